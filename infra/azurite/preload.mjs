// Runs before Azurite (`node --import`). Its answers stay what they are; tests/…/Azurite/PreloadTests.cs asks a plain Azurite beside it.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const azurite = path => require(`./node_modules/azurite/dist/src/${path}.js`);

// Once a minute the queue collects deleted messages one by one and rebuilds an index for each: the one thread that serves all
// accounts stands still for seconds (8 s of processor time in a profile after 900 applications). In memory there is nothing to collect.
azurite("queue/utils/constants").DEFAULT_GC_INTERVAL_MS = 86400000;

// A table is one list: every query evaluates its filter for each row of the table, and every point read first gathers all rows of the
// same row key in whatever partition. A season of n families then costs n². Real tables find a partition by its key; so does this.
class Rows {
    partitions = new Map();

    *[Symbol.iterator]() {
        for (const rows of this.partitions.values())
            yield* rows.values();
    }

    findOne({ PartitionKey, RowKey }) {
        return this.partitions.get(PartitionKey)?.get(RowKey) ?? null;
    }

    insert(row) {
        let rows = this.partitions.get(row.PartitionKey);
        if (rows === undefined)
            this.partitions.set(row.PartitionKey, rows = new Map());
        rows.set(row.RowKey, row);
        return row;
    }

    update(row) {
        return this.insert(row);
    }

    remove(row) {
        const rows = this.partitions.get(row.PartitionKey);
        rows?.delete(row.RowKey);
        if (rows?.size === 0)
            this.partitions.delete(row.PartitionKey);
        return row;
    }

    // What the store's query builds: where, where, sort, limit, data.
    chain() {
        return new Selection(this.within === undefined ? [...this] : [...this.partitions.get(this.within)?.values() ?? []]);
    }
}

class Selection {
    constructor(rows) {
        this.rows = rows;
    }

    where(isWanted) {
        return new Selection(this.rows.filter(isWanted));
    }

    sort(compare) {
        return new Selection(this.rows.toSorted(compare));
    }

    limit(count) {
        return new Selection(this.rows.slice(0, count));
    }

    data() {
        return this.rows;
    }
}

const { default: Store } = azurite("table/persistence/LokiTableMetadataStore");
const { default: parse } = azurite("table/persistence/QueryInterpreter/QueryParser");
const { default: And } = azurite("table/persistence/QueryInterpreter/QueryNodes/AndNode");
const { default: Equals } = azurite("table/persistence/QueryInterpreter/QueryNodes/EqualsNode");
const { default: Identifier } = azurite("table/persistence/QueryInterpreter/QueryNodes/IdentifierNode");
const { default: Constant } = azurite("table/persistence/QueryInterpreter/QueryNodes/ConstantNode");

// The partition that every row of the answer is in; undefined where the filter does not say.
function partitionOf(node) {
    if (node instanceof And)
        return partitionOf(node.left) ?? partitionOf(node.right);
    const isKey = node instanceof Equals && node.left instanceof Identifier && node.left.identifier === "PartitionKey" && node.right instanceof Constant;
    return isKey ? node.right.value : undefined;
}

function partitionWanted(filter) {
    try {
        return filter ? partitionOf(parse(filter)) : undefined;
    } catch {
        return undefined; // the store parses it again and answers the fault
    }
}

const { createCollectionForTable, queryTableEntities } = Store.prototype;

Store.prototype.createCollectionForTable = function (table) {
    createCollectionForTable.call(this, table);
    const collection = this.db.getCollection(this.getTableCollectionName(table.account, table.table));
    const rows = new Rows();
    for (const method of ["findOne", "insert", "update", "remove", "chain"])
        collection[method] = rows[method].bind(rows);
    collection.rows = rows;
};

Store.prototype.queryTableEntities = function (context, account, table, options, ...from) {
    const { rows } = this.getEntityCollection(account, table, context);
    rows.within = partitionWanted(options.filter);
    try {
        return queryTableEntities.call(this, context, account, table, options, ...from); // runs to its end before it returns
    } finally {
        rows.within = undefined;
    }
};
