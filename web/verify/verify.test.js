"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { spawnSync } = require("node:child_process");
const verifier = require("./verify.js");
const reference = require("./reference.js");

const bytes = (text) => new TextEncoder().encode(text);
const clone = (value) => JSON.parse(JSON.stringify(value));
const verify = (record) => verifier.verifyRecord(JSON.stringify(record));
const messageOf = (record) => verify(record).message;

// ── Digests, as `openssl dgst -sha256` and `-sm3` print them ─────────────────────────────────────────────────────

const DIGESTS = [
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
  ["a".repeat(55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318",
    "288337eef51eec62e7544d7270424c8dbe656254c99852870a73b2453a6a7fb1"],
  ["a".repeat(56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a",
    "ba00ebedaab54065a5fd4f9f56326016203166bcee3eed44ea868d59d67aa3c8"],
  ["a".repeat(64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb",
    "616ec433c359e7c2b19f360e2b8f2a1b6e9ed76b8dc1a7d207b31a5341c611e9"],
  ["a".repeat(1000000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    "c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3"],
  ["分班", "5baaaa52c6d479e2dcac39b0c90ee51a338371f34f6acc4671be271209b0e00a",
    "7e5d803e35fa75f9acbc91951cb72691fbd1740f917213f56252e646d92b5d47"],
];

test("Digests_VectorsOfOpenssl_AreEqual", () => {
  for (const [text, sha256, sm3] of DIGESTS) {
    assert.equal(verifier.hex(verifier.sha256(bytes(text))), sha256);
    assert.equal(verifier.hex(verifier.sm3(bytes(text))), sm3);
  }
});

test("Digests_EveryLengthAroundBlocks_EqualNodes", () => {
  for (let length = 0; length <= 200; length++) {
    const input = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256);
    assert.equal(verifier.hex(verifier.sha256(input)), reference.sha(input).toString("hex"));
  }
});

// ── Chance ───────────────────────────────────────────────────────────────────────────────────────────────────────

const SEED = reference.sha("a seed");

/** A stream whose words are given, to see rejection: real streams hardly ever reject. */
function streamOf(words) {
  const stream = new verifier.Stream(SEED, "given");
  stream.nextWord = () => {
    const word = words.shift();
    stream.high = Number(word >> 32n);
    stream.low = Number(word & 0xffffffffn);
  };
  return stream;
}

test("Below_ManyBounds_EqualsBigIntFromNodesDigest", () => {
  for (const n of [1, 2, 3, 7, 40, 1000, 65536, 99999, 2097151, 2097152, 2097153, 4294967291, 9007199254740991]) {
    const fast = new verifier.Stream(SEED, `bound ${n}`);
    const slow = reference.stream(SEED, `bound ${n}`);
    for (let i = 0; i < 25; i++)
      assert.equal(fast.below(n), slow.below(n), `below(${n}), draw ${i}`);
  }
});

test("Below_WordAtTheLimit_IsPassedOver", () => {
  for (const n of [3, 7, 1000, 2097151, 2097153]) {
    const limit = 2n ** 64n - (2n ** 64n % BigInt(n));
    assert.equal(streamOf([limit, 2n ** 64n - 1n, 5n]).below(n), 5 % n);
    assert.equal(streamOf([limit - 1n, 5n]).below(n), n - 1);
  }
  assert.equal(streamOf([2n ** 64n - 1n]).below(2048), 2047);
});

test("Shuffle_SeveralLengths_EqualsReference", () => {
  for (const length of [0, 1, 2, 5, 140]) {
    const items = Array.from({ length }, (_, i) => i);
    assert.deepEqual(new verifier.Stream(SEED, "cards").shuffle([...items]), reference.stream(SEED, "cards").shuffle([...items]));
  }
});

// ── Quotas by hand ───────────────────────────────────────────────────────────────────────────────────────────────

const PLAIN = { sex: "M", needs: false, bundle: null, apart: [], pin: null };
const crowd = (...kinds) => kinds.map((kind, i) => ({ ...PLAIN, row: (i + 1).toString(16).padStart(16, "0"), ...kind }));
const some = (count, kind) => Array.from({ length: count }, () => kind);
const boy = PLAIN;
const girl = { sex: "F" };
const plan = (options) => verifier.planGroups(verifier.readList(reference.listLines(options)));

test("Quotas_ExtrasOfBothSexes_GoRound", () => {
  const { quotas } = plan({ classes: [9, 9, 9], pupils: crowd(...some(5, boy), ...some(5, girl)) });
  assert.deepEqual(quotas.boys, [2, 2, 1]);
  assert.deepEqual(quotas.girls, [2, 1, 2]);
  assert.deepEqual(quotas.sizes, [4, 3, 3]);
});

test("Quotas_ASmallClass_FillsFromTheFewest", () => {
  const { quotas } = plan({ classes: [2, 9, 9], pupils: crowd(...some(6, boy), ...some(4, girl)) });
  assert.deepEqual(quotas.sizes, [4, 4, 2]);
  assert.deepEqual(quotas.boys, [2, 2, 2]); // floors of 2.4, 4.8, 6
  assert.deepEqual(quotas.girls, [2, 2, 0]);
});

test("Quotas_Relief_EvensLoads", () => {
  const needy = { needs: true };
  const { quotas } = plan({ classes: [9, 9, 9], relief: 2, pupils: crowd(needy, ...some(9, boy)) });
  assert.deepEqual(quotas.places, [1, 0, 0]);
  assert.deepEqual(quotas.sizes, [2, 4, 4]); // loads 4, 4, 4
});

test("Quotas_ReliefWithARest_GivesItToTheLastGroups", () => {
  const { quotas } = plan({ classes: [9, 9, 9], relief: 1, pupils: crowd({ needs: true }, ...some(9, girl)) });
  assert.deepEqual(quotas.sizes, [2, 4, 4]); // L = 11: loads 3, 4, 4
});

test("Blocks_BundlesAndPins_JoinTransitively", () => {
  const { bound, freeBoys } = plan({
    classes: [9, 9],
    pupils: crowd({ bundle: 1 }, { bundle: 1, pin: 2 }, { pin: 2 }, { pin: 1 }, { apart: [3] }, { bundle: 8 }, { bundle: 8 }, boy),
  });
  assert.deepEqual(bound.map((block) => block.pupils), [[3], [0, 1, 2], [5, 6], [4]]);
  assert.deepEqual(freeBoys, [7]);
});

test("Plan_WhatNoPlacementCanSatisfy_IsRefused", () => {
  const refused = (options, why) => assert.throws(() => plan(options), why);
  refused({ classes: [9, 9], pupils: crowd({ bundle: 1, pin: 1 }, { bundle: 1, pin: 2 }) }, /pinned to two classes/);
  refused({ classes: [9, 9], pupils: crowd({ bundle: 1, apart: [1] }, { bundle: 1, apart: [1] }) }, /one apart set/);
  refused({ classes: [1, 1], pupils: crowd(boy, boy, boy) }, /no room/);
  refused({ classes: [9, 9], cap: 0, pupils: crowd({ needs: true }) }, /cap/);
  refused({ classes: [9, 9], relief: 10, pupils: crowd({ needs: true }, boy, boy) }, /relief/);
  refused({ classes: [9, 1], relief: 1, pupils: crowd(boy, boy, boy) }, /smaller/);
  refused({ classes: [1, 4], pupils: crowd({ pin: 1 }, boy, boy) }, /with pins/);
});

// ── The draw against the reference ───────────────────────────────────────────────────────────────────────────────

/** Pupils in none to three of five apart sets, so that sets tie and blocks differ only by the number of their sets. */
function severalSets() {
  const sets = [[1], [2], [], [1, 2], [3], [4, 5], [], [1, 3], [2, 4], [5], [3, 4, 5]];
  return reference.pupils(33).map((pupil, i) => ({ ...pupil, apart: sets[i] || [] }));
}

const LISTS = {
  plain: { classes: [50, 50, 48], pupils: reference.pupils(140) },
  everything: {
    classes: [20, 20, 20, 20, 20, 20, 20], cap: 3, teams: ["a", "b", "c", "d", "e", "f", "g"],
    pupils: reference.pupils(121, { needsEvery: 24, bundles: 3, apartSets: 2, apartSize: 6, pins: [2, 3, 2, 7] }),
  },
  uneven: { classes: [50, 50, 40], pupils: reference.pupils(138, { needsEvery: 40, bundles: 3, apartSets: 3, apartSize: 3 }) },
  relief: { classes: [50, 50, 50], relief: 3, pupils: reference.pupils(120, { needsEvery: 24, bundles: 3, pins: [2, 3, 2] }) },
  crowdedSets: { classes: [9, 9, 9, 9, 9], pupils: reference.pupils(40, { apartSets: 4, apartSize: 4, bundles: 1 }) },
  sequential: { classes: [9, 9, 9, 9], pupils: reference.pupils(30, { needsEvery: 4, apartSets: 6, apartSize: 4, bundles: 1 }) },
  sixthsOfTwelve: { classes: Array(12).fill(9), pupils: reference.pupils(60, { apartSets: 2, apartSize: 4 }) },
  severalSets: { classes: Array(6).fill(9), pupils: severalSets() },
  ascendingSizes: { classes: Array(5).fill(20), relief: 4, pupils: reference.pupils(61, { needsEvery: 9, bundles: 2 }) },
  oneClass: { classes: [30], teams: ["only"], pupils: reference.pupils(20, { needsEvery: 9, bundles: 2 }) },
  morePlacesThanPupils: { classes: [5, 5, 5, 5], pupils: reference.pupils(3) },
};

for (const [name, options] of Object.entries(LISTS))
  test(`Place_List_${name}_EqualsReference`, () => {
    for (const word of ["one", "two", "three"]) {
      const seed = reference.sha(word);
      const lines = verifier.place(verifier.readList(reference.listLines(options)), null, seed);
      assert.deepEqual(lines, reference.result(options, seed));
    }
  });

test("Place_ListNamedSequential_NeedsTheSecondLaw", () => {
  assert.equal(reference.result(LISTS.sequential, reference.sha("one"))[1], "law sequential");
});

test("Place_BarredTeam_NeverGetsTheClass", () => {
  const pupils = reference.pupils(24);
  const options = { classes: [9, 9, 9], teams: ["x", "y", "z"], pupils, barred: [["x", pupils[0].row], ["y", pupils[0].row]] };
  for (const word of ["1", "2", "3", "4", "5", "6"]) {
    const lines = verifier.place(verifier.readList(reference.listLines(options)), null, reference.sha(word));
    assert.deepEqual(lines, reference.result(options, reference.sha(word)));
    const line = lines.find((candidate) => candidate.startsWith(pupils[0].row));
    assert.equal(lines[4].split(" ")[Number(line.split(" ")[2])], "z");
  }
});

/** Every placement of a small list that satisfies section 4, found by trying all; groups as a text of digits. */
function allPlacements({ quotas, bound, list }) {
  const count = list.classCount;
  const found = [];
  const fits = (groups) => {
    const inGroup = (g, test) => groups.filter((group, i) => group === g && test(list.pupils[i])).length;
    for (let g = 0; g < count; g++) {
      if (inGroup(g, (p) => p.boy) !== quotas.boys[g] || inGroup(g, (p) => !p.boy) !== quotas.girls[g])
        return false;
      const over = inGroup(g, (p) => p.needs) - quotas.places[g];
      if (over < 0 || over > (quotas.roamingPlaces ? 1 : 0))
        return false;
    }
    return bound.every((block, b) => block.pupils.every((i) => groups[i] === groups[block.pupils[0]])
      && bound.every((other, o) => o <= b || !other.apart.some((set) => block.apart.includes(set))
        || groups[other.pupils[0]] !== groups[block.pupils[0]]));
  };
  for (let code = 0; code < count ** list.pupils.length; code++) {
    const groups = list.pupils.map((_, i) => Math.floor(code / count ** i) % count);
    if (fits(groups))
      found.push(groups.join(""));
  }
  return found;
}

test("Uniform_SmallLists_MakeEveryPlacementEquallyLikely", () => {
  const lists = [
    crowd({ bundle: 1 }, { bundle: 1, sex: "F" }, { apart: [1] }, { apart: [1], sex: "F" }, { needs: true }, girl, boy),
    crowd({ pin: 1 }, { pin: 2, apart: [4] }, { apart: [4] }, { needs: true, apart: [4] }, { needs: true, sex: "F" }, girl, girl),
  ];
  for (const pupils of lists) {
    const small = plan({ classes: [9, 9, 9], pupils });
    const counts = new Map(allPlacements(small).map((placement) => [placement, 0]));
    const draws = 300 * counts.size;
    for (let n = 0; n < draws; n++) {
      const { groups } = verifier.run(verifier.drawGroups(small, reference.sha(`draw ${n}`)));
      const key = Array.from(groups).join("");
      assert.ok(counts.has(key), `${key} breaks section 4`);
      counts.set(key, counts.get(key) + 1);
    }
    const chiSquare = [...counts.values()].reduce((all, count) => all + (count - 300) ** 2 / 300, 0);
    const freedom = counts.size - 1;
    assert.ok(freedom > 10 && chiSquare < freedom + 4 * Math.sqrt(2 * freedom), `${chiSquare} with ${freedom}`);
  }
});

// ── Records ──────────────────────────────────────────────────────────────────────────────────────────────────────

const JOINERS = [
  { row: "fffffffffffffff1", sex: "M", specialNeeds: false },
  { row: "fffffffffffffff2", sex: "F", specialNeeds: true },
  { row: "0000000000000000", sex: "F", specialNeeds: false },
];
const GENUINE = reference.record(LISTS.everything, { joiners: JOINERS });

for (const [name, options] of Object.entries(LISTS))
  test(`Record_Genuine_${name}_Holds`, () => {
    assert.equal(messageOf(reference.record(options)), "holds");
  });

test("Record_WithLateJoiners_Holds", () => {
  const { message, exitCode, holds } = verify(GENUINE);
  assert.deepEqual([message, exitCode, holds], ["holds", 0, true]);
});

test("Record_HexadecimalEntropy_Holds", () => {
  assert.equal(messageOf(reference.record(LISTS.oneClass, { entropy: "0123456789abcdef".repeat(2) })), "holds");
});

test("Record_LateJoinersUntilFull_HoldsAndThenHasNoRoom", () => {
  const pupils = crowd(...some(5, boy), ...some(3, girl), { needs: true });
  const row = (i) => `ff${String(i).padStart(14, "0")}`;
  const joiners = Array.from({ length: 5 }, (_, i) => ({ row: row(i), sex: "F", specialNeeds: i === 2 || i === 4 }));
  const full = (count, cap) => messageOf(reference.record({ classes: [4, 4, 6], cap, pupils }, { joiners: joiners.slice(0, count) }));
  assert.equal(full(5, 3), "holds");
  assert.equal(full(4, 1), "holds");
  const two = joiners.map((joiner) => ({ ...joiner, specialNeeds: true }));
  const capped = reference.record({ classes: [4, 4, 6], cap: 1, pupils }, { joiners: two.slice(0, 2) });
  assert.equal(messageOf(capped), "holds");
  const over = reference.record({ classes: [4, 4, 6], cap: 1, pupils }, { joiners: two.slice(0, 3) });
  over.late[2].class = 1;
  assert.equal(messageOf(over), "does not hold: late: joiner 3: no class has room");
  const crowded = reference.record({ classes: [3, 3, 4], pupils }, { joiners: joiners.slice(0, 2) });
  crowded.late[1].class = 1;
  assert.equal(messageOf(crowded), "does not hold: late: joiner 2: no class has room");
});

const number = (i, a) => reference.sha(`value ${i} ${a}`).readUInt16BE(0) % 1000;
const MIXED = ["number 语文 1000 500 0 0", "number total 10000 500 12 100", "category school 1000", "category migrant 700"];
const mixed = (i, a) => (a < 2 ? number(i, a) : a === 2 ? number(i, 2) % 4 : number(i, 3) % 2);
const withTable = (options, attributes = MIXED, value = mixed) =>
  ({ search: "2 3 4", ...options, attributes: reference.table(options, attributes, value) });
const SEARCHED = withTable(LISTS.everything);

const SEARCHED_RECORD = reference.record(SEARCHED);

function searchedRecord(change = (lines) => lines) {
  return reference.record({ ...SEARCHED, result: change(SEARCHED_RECORD.result) });
}

test("Record_TableWithheld_HoldsWithGroupsChecked", () => {
  const { message, exitCode, groupsRecomputed } = verify(searchedRecord());
  assert.equal(message, "holds, groups checked but not recomputed: attributes withheld");
  assert.deepEqual([exitCode, groupsRecomputed], [0, false]);
});

/** Exchanges the groups and classes of the first two pupils for whom `test` is true and whose groups differ. */
function exchange(lines, ...tests) {
  const list = verifier.readList(reference.listLines(SEARCHED));
  const one = list.pupils.findIndex(tests[0]);
  const placeOf = (i) => lines[5 + i].slice(17);
  const other = list.pupils.findIndex((pupil, i) => tests[1](pupil) && placeOf(i) !== placeOf(one));
  const changed = [...lines];
  changed[5 + one] = `${list.pupils[one].row} ${placeOf(other)}`;
  changed[5 + other] = `${list.pupils[other].row} ${placeOf(one)}`;
  return changed;
}

const isFree = (p) => !p.needs && p.bundle === null && p.apart.length === 0 && p.pin === null;
const needsNobody = (p) => p.boy && !p.needs && p.bundle === null && p.pin === null && p.apart.length === 0;

const WITHHELD = {
  "size of group": (lines) => {
    const group = lines[5].split(" ")[1] === "1" ? "2" : "1";
    return [...lines.slice(0, 5), lines[5].replace(/ \d+ /, ` ${group} `), ...lines.slice(6)];
  },
  "sexes of group": (lines) => exchange(lines, (p) => isFree(p) && p.boy, (p) => isFree(p) && !p.boy),
  "special needs of group": (lines) => {
    // All seven groups hold 0 or 1: two that hold one each are made to hold two and none.
    const list = verifier.readList(reference.listLines(SEARCHED));
    const needy = list.pupils.findIndex((p) => p.needs && p.boy && p.bundle === null && p.pin === null);
    const full = list.pupils.find((p, i) => p.needs && i !== needy && lines[5 + i].slice(17) !== lines[5 + needy].slice(17));
    const group = lines[5 + list.pupils.indexOf(full)].slice(17);
    return exchange(lines, (p) => p === undefined || p.row === list.pupils[needy].row,
      (p) => needsNobody(p) && lines.includes(`${p.row} ${group}`));
  },
  "block of row": (lines) => exchange(lines, (p) => p.bundle !== null && !p.needs && p.boy && p.pin === null, needsNobody),
  "apart sets of row": (lines) => {
    const list = verifier.readList(reference.listLines(SEARCHED));
    const [one, other] = list.pupils.filter((p) => p.apart.includes(1) && p.pin === null && p.bundle === null && !p.needs);
    const group = lines.find((line) => line.startsWith(one.row)).slice(17);
    return exchange(lines, (p) => p.row === other.row,
      (p) => isFree(p) && p.boy === other.boy && lines.includes(`${p.row} ${group}`));
  },
  "law": (lines) => [lines[0], "law of the jungle", ...lines.slice(2)],
  "attempts": (lines) => [...lines.slice(0, 2), "attempts 2001", ...lines.slice(3)],
};

for (const [where, change] of Object.entries(WITHHELD))
  test(`Record_TableWithheldAndWrong_${where.replace(/ /g, "_")}_IsFoundAtGroups`, () => {
    assert.match(messageOf(searchedRecord(change)), new RegExp(`^does not hold: groups: ${where}`));
  });

test("Record_TableWithheldAndWrongNumbers_IsFoundAtNumbers", () => {
  assert.match(messageOf(searchedRecord((lines) => lines.with(3, "numbers 1 2 3 4 5 6 7"))), /^does not hold: numbers: /);
});

const SEARCHES = {
  everything: SEARCHED,
  optimised: withTable({ ...LISTS.plain, mode: "optimised", search: "1 2 2" }),
  oddGroups: withTable({ classes: Array(5).fill(20), search: "3 3 6", pupils: reference.pupils(73, { needsEvery: 9 }) }),
  relief: withTable({ ...LISTS.relief, search: "1 2 1" }),
  pairsOnly: withTable({ classes: [9, 9], search: "4 1 9", pupils: reference.pupils(18) }),
  oneClass: withTable(LISTS.oneClass),
  emptyGroups: withTable(LISTS.morePlacesThanPupils),
  nobodyMoves: withTable({ classes: [9, 9], pupils: reference.pupils(12).map((p, i) => ({ ...p, bundle: i >> 1 })) }),
  nothingToBalance: withTable({ classes: [9, 9], pupils: reference.pupils(12) }, ["number a 0 0 0 0", "category b 5"], () => 7),
  largeValues: withTable({ classes: [9, 9, 9], pupils: reference.pupils(20) }, ["number a 1000000 1000000 12 1000000"],
    (i) => (i === 0 ? 9999999 : number(i, 0))),
  equals: withTable({ classes: [12, 12, 12], search: "2 3 5", pupils: reference.pupils(33, { needsEvery: 9 }) }, ["number a 1000 0 0 0"],
    (i) => number(i, 0) % 3),
  tinyWeights: withTable({ classes: [9, 9, 9], pupils: reference.pupils(20) }, ["number a 1 0 0 0", "category c 1"], mixed),
};

for (const [name, options] of Object.entries(SEARCHES))
  test(`Search_${name}_EqualsReference`, () => {
    const record = { ...reference.record(options), attributes: options.attributes };
    assert.equal(messageOf(record), "holds");
    assert.equal(messageOf({ ...record, attributes: null }), "holds, groups checked but not recomputed: attributes withheld");
  });

test("Search_Groups_AreNotThoseOfTheLot", () => {
  const { groups } = reference.firstDraw(SEARCHED, [...SEARCHED.pupils].sort((a, b) => (a.row < b.row ? -1 : 1)),
    Buffer.from(SEARCHED_RECORD.seed, "hex"));
  const lot = SEARCHED_RECORD.result.slice(5).map((line) => Number(line.split(" ")[1]) - 1);
  assert.notDeepEqual(lot, [...groups]);
});

test("Scores_OneOutlierInVeryManyAttributes_ScaleBelowZero", () => {
  const options = { classes: Array(8).fill(100), pupils: reference.pupils(800) };
  const names = Array.from({ length: 400 }, (_, a) => `number n${a} 1000000 0 0 0`);
  const lines = reference.table(options, names, (i) => (i === 5 ? 9 : 3));
  const list = verifier.readList(reference.listLines({ ...options, search: "1 1 1", attributes: lines }));
  const { scores, width } = verifier.scoresOf(verifier.featuresOf(verifier.readTable(lines, list)), 800);
  assert.equal(width, 400);
  assert.deepEqual(Array.from(scores, BigInt), reference.scores(lines).flat());
  assert.ok(scores[5 * width] < Math.sqrt(799 * 1000) / 1.5, "the scale is below 0");
});

test("SearchChance_PublishedVector_IsEqual", () => {
  const chance = new verifier.SearchChance(SEED, "any");
  chance.state = Int32Array.of(1, 2, 3, 4);
  const words = [11520, 0, 5927040, 70819200];
  assert.deepEqual(words.map(() => chance.below(2 ** 32)), words);
});

test("Record_OtherGroupsThanTheSearchs_IsFoundAtGroups", () => {
  const record = { ...searchedRecord((lines) => exchange(lines, needsNobody, needsNobody)), attributes: SEARCHED.attributes };
  assert.match(messageOf({ ...record, attributes: null }), /^holds, /);
  assert.match(messageOf(record), /^does not hold: groups: row /);
});

const TABLES = {
  header: [0, "enrollment-attributes/2"], salt: [1, "salt 12"], noSalt: [1, "number a 1 1 0 0"], kind: [2, "nombre a 1 1 0 0"],
  inherited: [2, "toString a 1 1 0 0"], bands: [3, "number total 1 1 11 1"], weight: [2, "number a 1000001 0 0 0"], words: [2, "number a 1 1 0"],
  nameTwice: [2, "number total 1 1 0 0"], longName: [2, `number ${"x".repeat(41)} 1 1 0 0`], count: [6, "rows 120"],
  row: [7, "0000000000000000 1 1 1 1"], value: [8, (line) => line.replace(/\d+$/, "10000000")], leadingZero: [8, (line) => line.replace(/ (\d+)$/, " 0$1")],
  missingValue: [9, (line) => line.replace(/ \d+$/, "")], oneMore: [127, () => undefined, "0000000000000000 1 1 1 1"],
};

for (const [name, [index, change, more]] of Object.entries(TABLES))
  test(`Table_${name}_IsFoundAtAttributes`, () => {
    const attributes = [...SEARCHED.attributes];
    if (more)
      attributes.push(more);
    else
      attributes[index] = typeof change === "string" ? change : change(attributes[index]);
    const record = { ...reference.record({ ...SEARCHED, attributes, result: ["enrollment-result/1"] }), attributes };
    assert.match(messageOf(record), /^does not hold: attributes: line \d+: /);
  });

test("Record_TableThatTheListDoesNotName_IsFoundAtAttributes", () => {
  assert.match(messageOf({ ...searchedRecord(), attributes: ["another"] }), /^does not hold: attributes: /);
  assert.match(messageOf({ ...GENUINE, attributes: [] }), /^does not hold: attributes: /);
});

const flip = (digest) => (digest[0] === "0" ? "1" : "0") + digest.slice(1);
const nextGroup = (line) => line.replace(/ (\d+) /, (_, g) => ` ${(Number(g) % 7) + 1} `);
const nextClass = (line) => line.replace(/ (\d+)$/, (_, c) => ` ${(Number(c) % 7) + 1}`);
const withLine = (record, index, change) => {
  record.result[index] = change(record.result[index]);
};

/** Step, and how the record is tampered with so that this step is the first to differ. */
const TAMPERINGS = [
  ["format", (r) => { r.format = "enrollment-placement-record/2"; }],
  ["list", (r) => { r.list[0] = "enrollment-placement/2"; }],
  ["list", (r) => { r.list.push("0"); }],
  ["list", (r) => { r.list.pop(); }],
  ["sha256", (r) => { r.list[1] = "school LC-M02"; }],
  ["sha256", (r) => { r.digests.sha256 = flip(r.digests.sha256); }],
  ["sm3", (r) => { r.digests.sm3 = flip(r.digests.sm3); }],
  ["commitment", (r) => { r.secret = flip(r.secret); }],
  ["commitment", (r) => { r.commitment = flip(r.commitment); }],
  ["entropy", (r) => { r.entropy = "1".repeat(38); }],
  ["entropy", (r) => { r.entropy = "A".repeat(40); }],
  ["entropy", (r) => { r.entropy = "1".repeat(513); }],
  ["entropy", (r) => { r.entropy = `${r.entropy}\u4e00`; }],
  ["seed", (r) => { r.entropy += "0"; }],
  ["seed", (r) => { r.seed = flip(r.seed); }],
  ["groups", (r) => withLine(r, 1, () => "law sequential")],
  ["groups", (r) => withLine(r, 2, (line) => `${line}0`)],
  ["groups", (r) => withLine(r, 5, nextGroup)],
  ["groups", (r) => withLine(r, 125, nextGroup)],
  ["groups", (r) => withLine(r, 60, flip)],
  ["groups", (r) => { r.result.pop(); }],
  ["groups", (r) => { r.result = []; }],
  ["numbers", (r) => withLine(r, 3, (line) => `${line} 8`)],
  ["teams", (r) => withLine(r, 4, () => "teams a b c d e f g")],
  ["classes", (r) => withLine(r, 77, nextClass)],
  ["classes", (r) => withLine(r, 77, (line) => `${line} `)],
  ["result", (r) => { r.resultSha256 = flip(r.resultSha256); }],
  ["result", (r) => { r.result.push("0000000000000000 1 1"); }],
  ["result", (r) => withLine(r, 0, () => "enrollment-result/2")],
  ["late", (r) => { r.late[0].link = flip(r.late[0].link); }],
  ["late", (r) => { r.late[2].class = (r.late[2].class % 7) + 1; }],
  ["late", (r) => { r.late.shift(); }],
  ["late", (r) => { r.late.reverse(); }],
  ["late", (r) => { r.lateCommitment = null; }],
  ["late: joiner 1: row", (r) => { r.late[0].row = GENUINE.result[5].slice(0, 16); }],
  ["late: joiner 2: row", (r) => { r.late[1].row = r.late[0].row; }],
];

TAMPERINGS.forEach(([step, tamper], i) =>
  test(`Record_Tampering_${i}_IsFoundAt_${step.split(":")[0]}`, () => {
    const record = clone(GENUINE);
    tamper(record);
    const { message, exitCode } = verify(record);
    assert.match(message, new RegExp(`^does not hold: ${step}[: ][^\n]+$`));
    assert.equal(exitCode, 1);
  }));

test("Tamperings_AllSteps_AreCovered", () => {
  const covered = new Set([...TAMPERINGS.map(([step]) => step.split(":")[0]), "attributes"]);
  assert.deepEqual(verifier.stepNames.filter((step) => !covered.has(step)), []);
});

test("Record_EveryOtherPlacementOfTheSameSeed_IsRefused", () => {
  const changed = clone(GENUINE);
  const sorted = [...GENUINE.result.slice(5)].map((line) => line.slice(17)).reverse();
  changed.result = [...GENUINE.result.slice(0, 5), ...GENUINE.result.slice(5).map((line, i) => line.slice(0, 17) + sorted[i])];
  changed.resultSha256 = reference.sha(reference.text(changed.result)).toString("hex");
  assert.match(messageOf(changed), /^does not hold: groups: /);
});

// ── The form of the list ─────────────────────────────────────────────────────────────────────────────────────────

const FORM = [
  [1, "school "], [1, "school a b"], [1, `school ${"x".repeat(41)}`], [1, "school 学校"], [1, "school x\r"],
  [2, "year 02026"], [2, "year -1"], [2, "year 2026 "], [3, "run"], [4, "mode fair"], [4, "mode optimised"],
  [5, "classes"], [5, "classes "], [5, "classes 20  20 20 20 20 20 20"], [5, "classes 0 20 20 20 20 20 20"], [5, "classes 201 20 20 20 20 20 20"],
  [6, "special-needs-cap"], [6, "special-needs-cap +3"], [6, "special-needs-cap 99999999999999999999"],
  [7, "relief 11"], [7, "relief -"], [8, "search 1 2"], [8, "search 1 2 3"], [8, "search"],
  [9, "teams a b c"], [9, "teams a b c d e f f"], [9, "teams a b c d e f g\u00a0"],
  [10, "attributes 0"], [10, `barred z ${GENUINE.result[5].slice(0, 16)}`], [10, `attributes ${"0".repeat(64)}`],
  [11, "pupils 0"], [11, "pupils 120"], [11, "pupils 122"], [11, "pupils 999999999"],
  [12, "0000000000000000 M 0 - - -  "], [12, "000000000000000G M 0 - - -"], [12, "0000000000000000 m 0 - - -"],
  [12, "0000000000000000 M 2 - - -"], [12, "0000000000000000 M 0 b - -"], [12, "0000000000000000 M 0 b01 - -"],
  [12, "0000000000000000 M 0 - a2,a1 -"], [12, "0000000000000000 M 0 - a1,a1 -"], [12, "0000000000000000 M 0 - a10,a9 -"],
  [12, "0000000000000000 M 0 - a1, -"], [12, "0000000000000000 M 0 - - 0"], [12, "0000000000000000 M 0 - - 8"],
  [12, "ffffffffffffffff M 0 - - -"], [13, GENUINE.list[12]],
];

for (const [index, line] of FORM)
  test(`List_Line_${JSON.stringify(line.slice(0, 40))}_IsRefused`, () => {
    const record = clone(GENUINE);
    record.list[index] = line;
    const { message, exitCode } = verify(record);
    // Control characters do not even make a record.
    assert.match(message, line.includes("\r") ? /^not a record: / : /^does not hold: list: line \d+: /);
    assert.equal(exitCode, line.includes("\r") ? 2 : 1);
  });

test("List_ApartSetsInOrderOfNumbers_AreAccepted", () => {
  const lines = [...GENUINE.list];
  lines[12] = "0000000000000000 M 0 b0 a9,a10,a100 7";
  assert.deepEqual(verifier.readList(lines).pupils[0].apart, [9, 10, 100]);
});

// ── Hostile input ────────────────────────────────────────────────────────────────────────────────────────────────

const GOOD = JSON.stringify(GENUINE);
const HOSTILE = {
  nothing: "",
  noJson: "hello",
  half: GOOD.slice(0, GOOD.length / 2),
  array: "[]",
  empty: "{}",
  nullAlone: "null",
  byteOrderMark: `\ufeff${GOOD}`,
  trailing: `${GOOD}x`,
  twoRecords: GOOD + GOOD,
  deepArrays: "[".repeat(1000000),
  deepObjects: "{\"a\":".repeat(1000000),
  unknownMember: GOOD.replace("{", "{\"extra\":1,"),
  prototypeMember: GOOD.replace("{", "{\"__proto__\":{},"),
  constructorMember: GOOD.replace("{", "{\"constructor\":null,"),
  duplicateMember: GOOD.replace("{", "{\"format\":\"enrollment-placement-record/1\","),
  escapedDuplicate: GOOD.replace("{", "{\"\\u0066ormat\":\"enrollment-placement-record/1\","),
  duplicateInside: GOOD.replace("\"sm3\"", "\"sha256\""),
  unknownInside: GOOD.replace("\"sm3\":", "\"md5\":\"\",\"sm3\":"),
  missingMember: GOOD.replace(/,"late":.*\]/, ""),
  numberForText: GOOD.replace(/"entropy":"[0-9]+"/, "\"entropy\":12"),
  upperCaseDigest: GOOD.replace(/"seed":"[0-9a-f]+"/, (member) => member.toUpperCase().replace("SEED", "seed")),
  shortSecret: GOOD.replace(/"secret":"../, "\"secret\":\""),
  lineWithLineFeed: GOOD.replace("school LC-M01", "school LC-M01\\nyear 2026"),
  lineThatIsNull: GOOD.replace("\"school LC-M01\"", "null"),
  halfACharacter: GOOD.replace("school LC-M01", "school \\ud800"),
  rawControl: GOOD.replace("school LC-M01", "school\tLC-M01"),
  wrongEscape: GOOD.replace("school", "\\school"),
  hugeNumber: GOOD.replace(/"class":\d+/, `"class":1${"0".repeat(400)}`),
  exponent: GOOD.replace(/"class":\d+/, "\"class\":1e3"),
  fraction: GOOD.replace(/"class":\d+/, "\"class\":1.0"),
  minusZero: GOOD.replace(/"class":\d+/, "\"class\":-0"),
  leadingZero: GOOD.replace(/"class":\d+/, "\"class\":01"),
  trailingComma: GOOD.replace("]", ",]"),
  comment: `/**/${GOOD}`,
  singleQuotes: GOOD.replace(/"/g, "'"),
  lateNotAnArray: GOOD.replace(/"late":.*\]/, "\"late\":{}"),
  lateOfNull: GOOD.replace(/"late":.*\]/, "\"late\":[null]"),
  manyLines: `{"list":[${"0,".repeat(2000001)}0]}`,
  openText: "{\"list",
  openEscape: "{\"list\\",
};

for (const [name, text] of Object.entries(HOSTILE))
  test(`Input_${name}_IsNotARecord`, () => {
    const { message, exitCode, isRecord } = verifier.verifyRecord(text);
    assert.match(message, /^not a record: [^\n]{1,100}$/);
    assert.deepEqual([exitCode, isRecord], [2, false]);
  });

test("Input_NotUtf8_IsNotARecord", () => {
  assert.equal(verifier.verifyRecord(Uint8Array.of(0x7b, 0xff, 0x7d)).message, "not a record: not UTF-8");
});

test("Input_WithSpaces_Holds", () => {
  assert.equal(verifier.verifyRecord(` \r\n${JSON.stringify(GENUINE, null, 2)}\n`).message, "holds");
});

test("Record_BundleLargerThanAnyQuota_HasNoResult", () => {
  const pupils = crowd(...some(40, { bundle: 1 }));
  const record = reference.record({ classes: [90, 90], pupils, result: ["enrollment-result/1"] });
  assert.equal(messageOf(record), "does not hold: groups: the list has no result");
});

// ── Command line ─────────────────────────────────────────────────────────────────────────────────────────────────

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "verify-"));
test.after(() => fs.rmSync(folder, { recursive: true }));

function file(name, content) {
  const target = path.join(folder, name);
  fs.writeFileSync(target, content);
  return target;
}

function command(...args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(__dirname, "verify.js"), ...args], { encoding: "utf8" });
  assert.doesNotMatch(stdout + stderr, /\n\s+at /, "a stack trace");
  return { stdout, stderr, status };
}

const goodFile = file("good.json", GOOD);
const badFile = file("bad.json", JSON.stringify({ ...GENUINE, seed: flip(GENUINE.seed) }));
const noFile = file("no.json", "{");

test("Command_OneRecord_PrintsTheVerdictAlone", () => {
  assert.deepEqual(command(goodFile), { stdout: "holds\n", stderr: "", status: 0 });
  assert.equal(command(badFile).status, 1);
  assert.equal(command(noFile).status, 2);
  assert.match(command(path.join(folder, "absent.json")).stdout, /^not a record: cannot be read: ENOENT\n$/);
  assert.equal(command(folder).status, 2);
});

test("Command_SeveralRecords_NamesThem", () => {
  const { stdout, status } = command(goodFile, badFile);
  assert.deepEqual(stdout.split("\n").map((line) => line.slice(0, 120)).filter((line) => line).map((line) => line.split(": ").slice(0, 3)), [
    [goodFile, "holds"], [badFile, "does not hold", "seed"],
  ]);
  assert.equal(status, 1);
});

test("Command_Json_PrintsAnObjectALine", () => {
  const [good, no] = command("--json", goodFile, noFile).stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual([good.file, good.holds, good.exitCode, good.groupsRecomputed], [goodFile, true, 0, true]);
  assert.deepEqual([no.isRecord, no.holds, no.exitCode], [false, false, 2]);
});

test("Command_LargerThan200MB_IsRefusedUnread", () => {
  const large = file("large.json", "");
  fs.truncateSync(large, 200000001);
  assert.equal(command(large).stdout, "not a record: larger than 200 MB\n");
});

test("Command_Place_PrintsTheCanonicalResult", () => {
  const list = file("list.txt", reference.text(GENUINE.list));
  const { stdout, status } = command("--place", list, GENUINE.seed);
  assert.equal(stdout, reference.text(GENUINE.result));
  assert.equal(status, 0);
  assert.equal(command("--place", list, "abc").status, 2);
  const searched = file("searched.txt", reference.text(reference.listLines(SEARCHED)));
  const table = file("table.txt", reference.text(SEARCHED.attributes));
  const other = file("other.txt", reference.text([...SEARCHED.attributes, "more"]));
  assert.equal(command("--place", searched, SEARCHED_RECORD.seed, table).stdout, reference.text(SEARCHED_RECORD.result));
  assert.match(command("--place", searched, GENUINE.seed).stderr, /^a list with a search goes with its table\n$/);
  assert.equal(command("--place", list, GENUINE.seed, table).status, 2);
  assert.match(command("--place", searched, GENUINE.seed, other).stderr, /^digest of the table is /);
  assert.equal(command("--place", file("cut.txt", GENUINE.list.join("\n")), GENUINE.seed).status, 2);
});

test("Command_WithoutFiles_PrintsUsage", () => {
  assert.match(command().stderr, /^usage: /);
  assert.equal(command("--unknown").status, 2);
});
