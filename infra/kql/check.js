'use strict';

// check.js TEMPLATE FOLDER: every query of the template's alerts and of the folder's runbooks, parsed and bound to its tables by
// Microsoft's own language service; each fault is an error.
const fs = require('node:fs');
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { ofAlerts, ofPages } = require('./queries.js');
const tables = require('./tables.js');

const { KustoCode, GlobalState } = globalThis.Kusto.Language;
const { DatabaseSymbol, TableSymbol } = globalThis.Kusto.Language.Symbols;

const known = Object.entries(tables).map(([name, columns]) => TableSymbol.From(columns).WithName(name));
const workspace = GlobalState.Default.WithDatabase(new DatabaseSymbol.ctor('workspace', known));

function faultsOf(query) {
  const found = KustoCode.ParseAndAnalyze(query, workspace).GetDiagnostics();
  return Array.from({ length: found.Count }, (_, i) => found.getItem(i)).map(one => `${one.Code} ${one.Message} at ${one.Start}`);
}

const [template, runbooks] = process.argv.slice(2);
const alerts = ofAlerts(JSON.parse(fs.readFileSync(template, 'utf8')));
const pages = ofPages(runbooks);
if (alerts.length === 0 || pages.length === 0) throw new Error('no query was found');
// A checker that takes anything would check nothing: one that does not parse, one that names what is not there.
for (const bad of ['AppMetrics | where', 'AppMetrics | where Nmae == 1', 'AppMetricks | count'])
  if (faultsOf(bad).length === 0) throw new Error(`taken for good: ${bad}`);

const faults = [...alerts, ...pages].flatMap(([where, query]) => faultsOf(query).map(fault => `${where}: ${fault}`));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${alerts.length} queries of alerts and ${pages.length} of runbooks: parsed, every table and column known`);
