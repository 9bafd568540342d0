// The two hosts must declare the same functions: what the real Worker SDK found in the azure build against the reviewed snapshot.
const fs = require('node:fs');
const [metadata, snapshot] = process.argv.slice(2);

const trigger = ({ type, route, methods, queueName, schedule }) => ({
  httpTrigger: () => `http ${methods.join(',')} ${route}`,
  queueTrigger: () => `queue ${queueName}`,
  timerTrigger: () => `timer ${schedule}`,
})[type]();

const declared = JSON.parse(fs.readFileSync(metadata, 'utf8'))
  .map(f => `${f.name}: ${trigger(f.bindings.find(b => b.type.endsWith('Trigger')))}`).sort();
const reviewed = fs.readFileSync(snapshot, 'utf8').trim().split(/\r?\n/).sort();

const differences = [
  ...declared.filter(line => !reviewed.includes(line)).map(line => `only in the azure build: ${line}`),
  ...reviewed.filter(line => !declared.includes(line)).map(line => `only in the snapshot: ${line}`),
];
console.log(differences.length === 0 ? `${declared.length} functions, the same on both hosts` : differences.join('\n'));
process.exit(differences.length === 0 ? 0 : 1);
