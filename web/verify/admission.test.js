"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { spawnSync } = require("node:child_process");
const verifier = require("./admission.js");
const { sha256, sm3, canonicalBytes, hex, unhex } = require("./verify.js");

/** Written by the service: one with a place for everyone, one of private schools. */
const FOLDER = path.join(__dirname, "admission-records");
const RECORDS = fs.readdirSync(FOLDER).sort().map((file) => [file, JSON.parse(fs.readFileSync(path.join(FOLDER, file), "utf8"))]);
const clone = (value) => JSON.parse(JSON.stringify(value));
const messageOf = (record) => verifier.verifyRecord(JSON.stringify(record)).message;

test("Records_AsPublished_Hold", () => {
  for (const [file, record] of RECORDS)
    assert.equal(messageOf(record), "holds", file);
});

const changeLine = (lines, start, change) => {
  const at = lines.findIndex((line) => line.startsWith(start));
  lines[at] = change(lines[at]);
};

const lastOf = (lines, change) => {
  lines[lines.length - 1] = change(lines[lines.length - 1].split(" ")).join(" ");
};

const TAMPERED = [
  ["format", (record) => { record.format = "enrollment-placement-record/1"; }],
  ["list", (record) => changeLine(record.list, "year", (line) => `${line} `)],
  ["list", (record) => { record.list.pop(); }],
  ["faults", (record) => changeLine(record.list, "rest", () => "rest nobody")],
  ["sha256", (record) => changeLine(record.list, "policy", (line) => `${line}-2`)],
  ["sm3", (record) => { record.digests.sm3 = record.digests.sha256; }],
  ["commitment", (record) => { record.secret = record.seed; }],
  ["commitment", (record) => { record.secret = ""; }],
  ["commitment", (record) => { record.secret = record.secret.toUpperCase(); }],
  ["entropy", (record) => { record.entropy = record.entropy.slice(0, 30); }],
  ["seed", (record) => { record.entropy += "0"; }],
  ["result", (record) => { record.result.pop(); }],
  ["lots", (record) => lastOf(record.result, ([ticket, lot, ...place]) => [ticket, Number(lot) + 1, ...place])],
  ["places", (record) => lastOf(record.result, ([ticket, lot, , stage]) => [ticket, lot, "LC999", stage])],
  ["cutoffs", (record) => { record.result[2] = record.result[2].replace(/[0-9]+ (\S+)$/, "999 $1"); }],
  ["result", (record) => { record.resultSha256 = record.seed; }],
];

test("Records_TamperedAtAStep_FailThere", () => {
  const [, honest] = RECORDS.find(([file]) => file.startsWith("private"));
  for (const [step, tamper] of TAMPERED) {
    const record = clone(honest);
    tamper(record);
    assert.notDeepEqual(record, honest);
    assert.match(messageOf(record), new RegExp(`^does not hold: ${step}(: |$)`));
  }
});

test("Records_ForgedWithRightDigests_StillFail", () => {
  const [, honest] = RECORDS.find(([file]) => file.startsWith("licheng"));
  const record = clone(honest);
  lastOf(record.result, ([ticket, lot, school, stage]) => [ticket, lot, school === "LC006" ? "LC005" : "LC006", stage]);
  record.resultSha256 = hex(sha256(canonicalBytes(record.result)));
  assert.match(messageOf(record), /^does not hold: places: [0-9a-f]{16}$/);
});

test("Records_OfAnotherForm_AreNone", () => {
  const [, honest] = RECORDS[0];
  for (const text of ["", "[]", "{}", JSON.stringify({ ...honest, more: 1 }), JSON.stringify(honest).replace("{", "{\"seed\":\"\","), JSON.stringify({ ...honest, list: "x" })])
    assert.equal(verifier.verifyRecord(text).exitCode, 2, text.slice(0, 40));
});

test("CommandLine_RecordsAndForgeries_ExitAsTold", () => {
  const run = (...args) => spawnSync(process.execPath, [path.join(__dirname, "admission.js"), ...args], { encoding: "utf8" });
  const file = path.join(FOLDER, RECORDS[0][0]);
  assert.deepEqual([run(file).status, run(file).stdout], [0, "holds\n"]);
  assert.equal(JSON.parse(run("--json", file).stdout).holds, true);
  assert.equal(run(__filename).status, 2);
  assert.equal(run().status, 2);
});

// ── Coordinated placement beside trying everything ───────────────────────────────────────────────────────────────

function everyPlan(children, seats) {
  const plans = [];
  const free = seats.slice();
  const plan = children.map(() => seats.map(() => 0));
  const fill = (a, s, left) => {
    if (a === children.length)
      return plans.push(plan.map((row) => row.slice()));
    if (s === seats.length)
      return left === 0 && fill(a + 1, 0, children[a + 1]);
    for (let count = 0; count <= Math.min(left, free[s]); count++) {
      free[s] -= count;
      plan[a][s] = count;
      fill(a, s + 1, left - count);
      free[s] += count;
      plan[a][s] = 0;
    }
    return undefined;
  };
  fill(0, 0, children[0]);
  return plans;
}

test("Coordination_TinyProblems_EqualsTryingEverything", () => {
  let state = 1;
  const below = (n) => (state = (state * 48271) % 2147483647) % n;
  for (let round = 0; round < 1500; round++) {
    const children = Array.from({ length: 1 + below(3) }, () => 1 + below(3));
    const seats = Array.from({ length: 2 + below(2) }, () => 1 + below(4));
    if (seats.reduce((a, b) => a + b) < children.reduce((a, b) => a + b))
      continue;
    const walks = children.map(() => seats.map(() => below(4)));
    const sum = (plan) => plan.flatMap((row, a) => row.map((count, s) => count * walks[a][s])).reduce((a, b) => a + b, 0);
    const wishes = (plan) => plan.flatMap((row, a) => seats.map((_, s) => s).sort((x, y) => walks[a][x] - walks[a][y] || x - y).map((s) => row[s]));
    const plans = everyPlan(children, seats);
    const least = Math.min(...plans.map(sum));
    const best = plans.filter((plan) => sum(plan) === least).reduce((one, other) => {
      const at = wishes(one).findIndex((count, i) => count !== wishes(other)[i]);
      return at >= 0 && wishes(other)[at] > wishes(one)[at] ? other : one;
    });
    assert.deepEqual(new verifier.Coordination(children, seats, walks).plan, best, JSON.stringify({ children, seats, walks }));
  }
});

test("Coordination_TheExampleOfThePage_IsAsTold", () => {
  const { plan, prices } = new verifier.Coordination([3, 2, 1], [2, 1, 4], [[400, 700, 900], [300, 800, 600], [500, 99999, 1000]]);
  assert.deepEqual(plan, [[2, 1, 0], [0, 0, 2], [0, 0, 1]]);
  assert.deepEqual(prices, [500, 200, 0]);
});

test("Digests_OfTheRecords_AreOfTheirLists", () => {
  for (const [, record] of RECORDS) {
    assert.equal(hex(sm3(canonicalBytes(record.list))), record.digests.sm3);
    assert.equal(hex(verifier.seedOf(unhex(record.digests.sha256), unhex(record.secret), record.entropy)), record.seed);
  }
});
