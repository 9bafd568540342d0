'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** The queries of the alerts in a compiled template, whichever nested template they stand in. */
function ofAlerts(node) {
  if (node === null || typeof node !== 'object') return [];
  const own = Array.isArray(node.variables?.alerts) ? node.variables.alerts.map(alert => [`alert ${alert.name}`, alert.query]) : [];
  return [...own, ...Object.values(node).flatMap(ofAlerts)];
}

/** The blocks of kusto in the pages of a folder. */
function ofPages(folder) {
  return fs.readdirSync(folder).filter(file => file.endsWith('.md')).flatMap(file => {
    const blocks = fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/^```kusto\n(.*?)^```/gms);
    return [...blocks].map((block, i) => [`${file}, query ${i + 1}`, block[1]]);
  });
}

module.exports = { ofAlerts, ofPages };
