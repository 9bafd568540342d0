"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

/** As much of a document as page.js asks for. */
class Node {
  constructor() {
    this.children = [];
    this.listeners = {};
    this.dataset = {};
    this.own = "";
    this.classList = { add() {}, remove() {} };
  }

  get textContent() {
    return this.own + this.children.map((child) => (typeof child === "string" ? child : child.textContent)).join("\n");
  }

  set textContent(text) {
    this.own = text;
    this.children = [];
  }

  append(...children) {
    this.children.push(...children);
  }

  setAttribute() {}

  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }
}

function openPage(search = "?lang=en") {
  const nodes = {};
  const document = Object.assign(new Node(), {
    documentElement: {},
    getElementById: (id) => (nodes[id] = nodes[id] || new Node()),
    createElement: () => new Node(),
    querySelectorAll: () => [],
  });
  const context = vm.createContext({ document, location: { search, protocol: "file:", href: "file:///" }, URLSearchParams, TextDecoder, TextEncoder, Uint8Array, setTimeout, URL });
  for (const file of ["verify.js", "admission.js", "page.js"])
    vm.runInContext(fs.readFileSync(path.join(__dirname, file), "utf8"), context);
  return nodes;
}

const fileOf = (name, bytes) => ({ name, size: bytes.length, arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });

async function choose(page, bytes) {
  page.file.listeners.change({ target: { files: [fileOf("record.json", bytes)] } });
  for (let waited = 0; page.verdict.textContent === "" || /^(?:Reading|Verifying)…$/.test(page.verdict.textContent); waited++) {
    assert.ok(waited < 5000, "no verdict");
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

const RECORD = fs.readFileSync(path.join(__dirname, "admission-records", "licheng-primary.json"));

test("Page_AdmissionRecord_HoldsAndFindsAChildsSchool", async () => {
  const page = openPage();
  await choose(page, RECORD);
  assert.match(page.verdict.textContent, /^It holds/);
  assert.match(page.verdict.textContent, /143 children, 6 schools/);
  assert.match(page.steps.textContent, /Lot numbers/);

  const [ticket, lot, school] = JSON.parse(RECORD).result.at(-1).split(" ");
  page.row.value = ` ${ticket.toUpperCase()} `;
  page["row-form"].listeners.submit({ preventDefault() {} });
  assert.ok(page["row-answer"].textContent.includes(`(${school})`), page["row-answer"].textContent);
  assert.ok(page["row-answer"].textContent.includes(`\n${lot}`), page["row-answer"].textContent);
});

test("Page_TamperedAdmissionRecord_NamesTheStep", async () => {
  const record = JSON.parse(RECORD);
  record.entropy += "0";
  const page = openPage();
  await choose(page, new TextEncoder().encode(JSON.stringify(record)));
  assert.match(page.verdict.textContent, /“Seed of the draw” differs/);
});

test("Page_AnotherFile_IsNoRecord", async () => {
  const page = openPage();
  await choose(page, new TextEncoder().encode("{}"));
  assert.match(page.verdict.textContent, /not the record of a class placement or an admission round/);
});

test("Page_CodeOfAPaperWithAnotherResult_SaysSo", async () => {
  const result = JSON.parse(RECORD).resultSha256;
  const [same, other] = [openPage(`?lang=en&result=${result}`), openPage(`?lang=en&result=${"0".repeat(64)}`)];
  await choose(same, RECORD);
  await choose(other, RECORD);
  assert.doesNotMatch(same.verdict.textContent, /Beware/);
  assert.match(other.verdict.textContent, /^It holds[^]*Beware: the code on the paper names another result/);
});
