/*
 * Test only: a slow second reading of docs/placement-record.md, kept apart from verify.js on purpose. It takes its digests
 * from node, its words as BigInt, and builds the records that the tests verify and tamper with.
 */
"use strict";

const crypto = require("node:crypto");

const sha = (...parts) => crypto.createHash("sha256").update(Buffer.concat(parts.map((p) => Buffer.from(p)))).digest();
const sm3 = (text) => crypto.createHash("sm3").update(text).digest("hex");
const text = (lines) => lines.map((line) => `${line}\n`).join("");

/** All words of a stream as BigInt, recomputed from the start for every word asked for. */
function stream(seed, name) {
  let used = 0;
  const word = (index) => {
    const t = Buffer.alloc(8);
    t.writeBigUInt64BE(BigInt(Math.floor(index / 4)));
    return sha(seed, name, t).readBigUInt64BE(8 * (index % 4));
  };
  const below = (n) => {
    const big = BigInt(n);
    for (;;) {
      const u = word(used++);
      if (u < 2n ** 64n - ((2n ** 64n) % big))
        return Number(u % big);
    }
  };
  const shuffle = (x) => {
    for (let i = x.length - 1; i >= 1; i--) {
      const j = below(i + 1);
      [x[i], x[j]] = [x[j], x[i]];
    }
    return x;
  };
  return { word, below, shuffle };
}

const range = (n) => [...Array(n).keys()];
const sum = (x) => x.reduce((a, b) => a + b, 0);

/** `pupils`: {row, sex, needs, bundle, apart, pin}; apart a list of numbers, bundle and pin numbers or null. */
function listLines(o) {
  const pupils = [...o.pupils].sort((a, b) => (a.row < b.row ? -1 : 1));
  return [
    "enrollment-placement/1", `school ${o.school || "LC-M01"}`, "year 2026", "run 7k3mq9x2", `mode ${o.mode || "lot"}`,
    `classes ${o.classes.join(" ")}`, `special-needs-cap ${o.cap === undefined ? "-" : o.cap}`, `relief ${o.relief || 0}`,
    `search ${o.search || "-"}`, `teams ${o.teams ? o.teams.join(" ") : "-"}`,
    ...(o.barred || []).map(([team, row]) => `barred ${team} ${row}`),
    `attributes ${o.attributes ? sha(text(o.attributes)).toString("hex") : "-"}`, `pupils ${pupils.length}`,
    ...pupils.map((p) => [
      p.row, p.sex, p.needs ? "1" : "0", p.bundle === null ? "-" : `b${p.bundle}`,
      p.apart.length ? p.apart.map((a) => `a${a}`).join(",") : "-", p.pin === null ? "-" : p.pin,
    ].join(" ")),
  ];
}

function quotas(o, pupils) {
  const K = o.classes.length;
  const N = pupils.length;
  const B = pupils.filter((p) => p.sex === "M").length;
  const S = pupils.filter((p) => p.needs).length;
  const relief = o.relief || 0;
  const special = range(K).map((g) => Math.floor(S / K) + (relief > 0 && g < S % K ? 1 : 0));
  let sizes;
  if (relief > 0) {
    const L = N + relief * S;
    sizes = range(K).map((g) => Math.floor(L / K) + (g >= K - (L % K) ? 1 : 0) - relief * special[g]);
  } else if (o.classes.every((c) => c >= Math.ceil(N / K))) {
    sizes = range(K).map((g) => Math.floor(N / K) + (g < N % K ? 1 : 0));
  } else {
    sizes = range(K).map(() => 0);
    for (let n = 0; n < N; n++) {
      const room = range(K).filter((c) => sizes[c] < o.classes[c]);
      const fewest = Math.min(...room.map((c) => sizes[c]));
      sizes[room.find((c) => sizes[c] === fewest)]++;
    }
    sizes.sort((a, b) => b - a);
  }
  let boys;
  let girls;
  if (Math.max(...sizes) - Math.min(...sizes) <= 1 && relief === 0) {
    const [rb, rg] = [B % K, (N - B) % K];
    boys = range(K).map((g) => Math.floor(B / K) + (g < rb ? 1 : 0));
    girls = range(K).map(() => Math.floor((N - B) / K));
    for (let e = 0; e < rg; e++)
      girls[(rb + e) % K]++;
    sizes = boys.map((b, g) => b + girls[g]);
  } else {
    const C = (g) => sum(sizes.slice(0, g));
    boys = range(K).map((g) => Math.floor((B * C(g + 1)) / N) - Math.floor((B * C(g)) / N));
    girls = sizes.map((s, g) => s - boys[g]);
  }
  return { sizes, boys, girls, special, extra: relief > 0 ? 0 : S % K };
}

/** Blocks by repeated merging until nothing changes. */
function boundBlocks(pupils) {
  let blocks = pupils.map((_, i) => [i]);
  const together = (x, y) => x.some((i) => y.some((j) =>
    (pupils[i].bundle !== null && pupils[i].bundle === pupils[j].bundle)
    || (pupils[i].pin !== null && pupils[i].pin === pupils[j].pin)));
  for (let merged = true; merged;) {
    merged = false;
    for (let x = 0; x < blocks.length && !merged; x++)
      for (let y = x + 1; y < blocks.length && !merged; y++)
        if (together(blocks[x], blocks[y])) {
          blocks[x] = [...blocks[x], ...blocks[y]].sort((a, b) => a - b);
          blocks = blocks.filter((_, z) => z !== y);
          merged = true;
        }
  }
  const described = blocks.map((members) => {
    const those = members.map((i) => pupils[i]);
    const pins = those.map((p) => p.pin).filter((p) => p !== null);
    const apart = [...new Set(those.flatMap((p) => p.apart))].sort((a, b) => a - b).map(String);
    return {
      members, pin: pins.length ? pins[0] : null, sets: pins.length ? ["pins", ...apart] : apart,
      m: those.filter((p) => p.sex === "M").length, f: those.filter((p) => p.sex === "F").length,
      s: those.filter((p) => p.needs).length,
    };
  });
  const bound = described.filter((b) => b.members.length >= 2 || b.pin !== null || b.sets.length || b.s);
  const key = (b) => [b.pin === null ? 1e9 : b.pin, -b.members.length, -b.s, -b.sets.length, b.members[0]];
  return bound.sort((x, y) => {
    const [kx, ky] = [key(x), key(y)];
    const at = kx.findIndex((value, i) => value !== ky[i]);
    return kx[at] - ky[at];
  });
}

function tryDraw(o, pupils, seed, name, law) {
  const chance = stream(seed, name);
  const q = quotas(o, pupils);
  const K = o.classes.length;
  const [a, f, v] = [[...q.boys], [...q.girls], [...q.special]];
  if (q.extra > 0)
    chance.shuffle(range(K)).slice(0, q.extra).forEach((g) => v[g]++);
  const [aMax, fMax, vMax] = [Math.max(...a), Math.max(...f), Math.max(...v)];
  const groupOf = pupils.map(() => null);
  const placed = [];
  const lay = (weights) => {
    if (sum(weights) === 0)
      return null;
    const ends = range(K).flatMap((g) => Array(weights[g]).fill(g));
    return ends[chance.below(ends.length)];
  };
  for (const block of boundBlocks(pupils)) {
    const holds = (set) => placed.filter((p) => p.sets.includes(set)).map((p) => p.group);
    const ts = block.sets.map((set) => holds(set).length);
    const t = Math.max(0, ...ts);
    const clash = (g) => block.sets.some((set) => holds(set).includes(g));
    let g;
    let choice;
    if (law === "sequential") {
      const used = [[block.m, a], [block.f, f], [block.s, v]].filter(([count]) => count > 0).map(([, left]) => left);
      g = lay(range(K).map((x) => (clash(x) || a[x] < block.m || f[x] < block.f || v[x] < block.s
        ? 0 : used.reduce((product, left) => product * left[x], 1))));
    } else if (block.s >= 1) {
      [g, choice] = [lay(v), "s"];
    } else if (6 * t >= K) {
      if (t === K)
        return null;
      const taken = holds(block.sets[ts.indexOf(t)]);
      [g, choice] = [range(K).filter((x) => !taken.includes(x))[chance.below(K - t)], "index"];
    } else {
      [g, choice] = block.m ? [lay(a), "m"] : [lay(f), "f"];
    }
    if (g === null || clash(g))
      return null;
    if (law === "uniform")
      for (const [kind, count, max, left] of [["m", block.m, aMax, a], ["f", block.f, fMax, f], ["s", block.s, vMax, v]])
        for (let k = 0; k < count; k++) {
          if (k === 0 && kind === choice)
            continue;
          if (max - k <= 0 || !(chance.below(max - k) < left[g] - k))
            return null;
        }
    [a[g], f[g], v[g]] = [a[g] - block.m, f[g] - block.f, v[g] - block.s];
    block.members.forEach((i) => { groupOf[i] = g; });
    placed.push({ sets: block.sets, group: g });
  }
  for (const [sex, seats] of [["M", a], ["F", f]]) {
    const free = chance.shuffle(range(pupils.length).filter((i) => groupOf[i] === null && pupils[i].sex === sex));
    range(K).flatMap((g) => Array(seats[g]).fill(g)).forEach((g, k) => { groupOf[free[k]] = g; });
  }
  return groupOf;
}

function firstDraw(o, pupils, seed) {
  const attempts = Math.min(2000, Math.max(100, Math.floor(10000000 / pupils.length)));
  for (let n = 0; n < attempts; n++) {
    const groups = tryDraw(o, pupils, seed, `lot/${n}`, "uniform");
    if (groups)
      return { law: "uniform", attempts: n + 1, groups };
  }
  for (let n = 0; n < 200; n++) {
    const groups = tryDraw(o, pupils, seed, `sequence/${n}`, "sequential");
    if (groups)
      return { law: "sequential", attempts: n + 1, groups };
  }
  return null;
}

// ── Section 7, with every number a BigInt and every pull computed afresh ─────────────────────────────────────────────

/** A table for pupils: `lines` of attributes without the rows, and a value for pupil i and attribute a. */
function table(o, attributes, value) {
  const rows = [...o.pupils].map((p) => p.row).sort();
  return [
    "enrollment-attributes/1", `salt ${sha("salt").toString("hex")}`, ...attributes, `rows ${rows.length}`,
    ...rows.map((row, i) => [row, ...attributes.map((_, a) => value(i, a))].join(" ")),
  ];
}

function squareRoot(n) {
  if (n < 2n)
    return n;
  let x = n;
  for (let y = (x + 1n) / 2n; y < x; y = (x + n / x) / 2n)
    x = y;
  return x;
}

const dot = (x, y) => x.reduce((all, value, f) => all + value * y[f], 0n);
const add = (vectors, width) => range(width).map((f) => vectors.reduce((all, v) => all + v[f], 0n));
const floorDiv = (x, y) => (x % y !== 0n && (x < 0n) !== (y < 0n) ? x / y - 1n : x / y);

/** Features as {y: value of every pupil, u, v}. */
function features(lines) {
  const at = lines.findIndex((line) => line.startsWith("rows "));
  const rows = lines.slice(at + 1).map((line) => line.split(" ").slice(1).map(BigInt));
  const N = BigInt(rows.length);
  const made = lines.slice(2, at).flatMap((line, a) => {
    const x = rows.map((row) => row[a]);
    const words = line.split(" ");
    if (words[0] === "category") {
      const levels = [...new Set(x)].sort((p, q) => (p < q ? -1 : 1));
      const v = 1000n * BigInt(Math.max(1, levels.length - 1));
      return levels.filter((_, l) => levels.length !== 2 || l === 1)
        .map((level) => ({ y: x.map((value) => (value === level ? 1n : 0n)), u: BigInt(words[2]), v }));
    }
    const [mean, spread, bands, band] = words.slice(2).map(BigInt);
    const X = x.reduce((p, q) => p + q, 0n);
    const sorted = [...x].sort((p, q) => (p < q ? -1 : p > q ? 1 : 0));
    return [
      { y: x, u: mean, v: 1000n },
      { y: x.map((value) => (N * value - X) * (N * value - X)), u: spread, v: 1000n },
      ...range(Number(bands)).map((k) => ({
        y: x.map((value) => (value > sorted[Math.floor(((k + 1) * rows.length) / 13)] ? 1n : 0n)), u: band, v: 1000n,
      })),
    ];
  });
  return made.filter(({ y, u }) => u > 0n && y.some((value) => value !== y[0]));
}

function scores(lines) {
  const all = features(lines);
  const N = BigInt(lines.length - lines.findIndex((line) => line.startsWith("rows ")) - 1);
  for (let s = 9; ; s--) {
    const byFeature = all.map(({ y, u, v }) => {
      const [Y, YY] = [y.reduce((p, q) => p + q, 0n), y.reduce((p, q) => p + q * q, 0n)];
      const known = new Map();
      const score = (value) => {
        const d = N * value - Y;
        const [up, down] = s >= 0 ? [4n ** BigInt(s), 1n] : [1n, 4n ** BigInt(-s)];
        const z = (squareRoot((4n * d * d * u * up) / ((N * YY - Y * Y) * v * down)) + 1n) / 2n;
        return d < 0n ? -z : z;
      };
      return y.map((value) => {
        if (!known.has(value))
          known.set(value, score(value));
        return known.get(value);
      });
    });
    const byPupil = range(Number(N)).map((i) => byFeature.map((column) => column[i]));
    if (byPupil.every((z) => dot(z, z) <= 2n ** 27n))
      return byPupil;
  }
}

function xoshiro(a, b, c, d) {
  const M = 2n ** 32n;
  const rotl = (x, k) => ((x << k) | (x >> (32n - k))) % M;
  return () => {
    const w = (rotl((5n * b) % M, 7n) * 9n) % M;
    const r = (b << 9n) % M;
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= r;
    d = rotl(d, 11n);
    return w;
  };
}

/** The pair's groups after a visit, as a map from pupil to group. */
function visit(z, groups, kinds, A, B, kicks, digest) {
  const word = xoshiro(...range(4).map((k) => BigInt(digest.readUInt32BE(4 * k))));
  const below32 = (n) => Number((word() * BigInt(n)) / 2n ** 32n);
  const width = z[0].length;
  const places = range(4).flatMap((kind) => range(z.length).filter((i) => kinds[i] === kind && (groups[i] === A || groups[i] === B)));
  if (places.length < 2)
    return;
  const members = (g) => range(z.length).filter((i) => groups[i] === g);
  const pull = (i) => {
    const [nA, nB] = [BigInt(members(A).length), BigInt(members(B).length)];
    const SA = add(members(A).map((k) => z[k]), width);
    const T = add([SA, ...members(B).map((k) => z[k])], width);
    return dot(SA.map((S, f) => 2n * S - floorDiv(4n * T[f] * nA + nA + nB, 2n * (nA + nB))), z[i]);
  };
  let total = 0n;
  const change = (i, j) => pull(j) - pull(i) + dot(z[i], z[i]) + dot(z[j], z[j]) - 2n * dot(z[i], z[j]);
  const exchange = (i, j) => {
    total += change(i, j);
    groups[i] = B;
    groups[j] = A;
  };
  const descend = () => {
    for (let any = true; any;) {
      any = false;
      for (const i of places) {
        if (groups[i] !== A)
          continue;
        const pi = pull(i);
        let best = null;
        for (const j of places.filter((k) => kinds[k] === kinds[i] && groups[k] === B)) {
          const c = pull(j) - pi + dot(z[i], z[i]) + dot(z[j], z[j]) - 2n * dot(z[i], z[j]);
          if (c < 0n && (best === null || c < best.c))
            best = { j, c };
        }
        if (best) {
          exchange(i, best.j);
          any = true;
        }
      }
    }
  };
  descend();
  for (let kick = 0; kick < kicks; kick++) {
    const before = [...groups];
    total = 0n;
    for (let m = 2 + below32(3); m > 0; m--) {
      const i = places[below32(places.length)];
      const same = places.filter((k) => kinds[k] === kinds[i]);
      const j = same[below32(same.length)];
      if (groups[i] !== groups[j])
        exchange(groups[i] === A ? i : j, groups[i] === A ? j : i);
    }
    descend();
    if (total > 0n)
      before.forEach((g, i) => { groups[i] = g; });
  }
}

function search(o, sorted, lot, seed) {
  const K = o.classes.length;
  if (K === 1)
    return lot;
  const z = scores(o.attributes);
  const [starts, epochs, kicks] = o.search.split(" ").map(Number);
  const tied = new Set(boundBlocks(sorted).filter((b) => b.members.length > 1 || b.sets.length || b.pin !== null).flatMap((b) => b.members));
  const kinds = sorted.map((p, i) => (tied.has(i) ? null : ["M0", "M1", "F0", "F1"].indexOf(`${p.sex}${p.needs ? 1 : 0}`)));
  const outcomes = range(starts).map((t) => {
    // A lot of its own for each further start; one without a result is left out.
    const groups = [...(t === 0 ? lot : firstDraw(o, sorted, sha(seed, `start/${t}`)).groups)];
    for (let e = 0; e < epochs; e++) {
      const order = stream(seed, `pairs/${t}/${e}`).shuffle(range(K));
      for (let q = 0; 2 * q + 1 < K; q++)
        visit(z, groups, kinds, order[2 * q], order[2 * q + 1], kicks, sha(seed, `search/${t}/${e}/${q}`, Buffer.alloc(8)));
    }
    // The imbalance as a fraction: numerator and denominator.
    const imbalance = range(K).filter((g) => groups.includes(g)).reduce(([up, down], g) => {
      const S = add(z.filter((_, i) => groups[i] === g), z[0].length);
      const n = BigInt(groups.filter((x) => x === g).length);
      return [up * n + dot(S, S) * down, down * n];
    }, [0n, 1n]);
    return { groups, imbalance };
  });
  return outcomes.reduce((best, next) =>
    (next.imbalance[0] * best.imbalance[1] < best.imbalance[0] * next.imbalance[1] ? next : best)).groups;
}

function secondDraw(o, pupils, groups, seed) {
  const { sizes } = quotas(o, pupils);
  const K = o.classes.length;
  const numbers = Array(K).fill(null);
  pupils.forEach((p, i) => {
    if (p.pin !== null)
      numbers[groups[i]] = p.pin - 1;
  });
  const chance = stream(seed, "numbers");
  for (const g of range(K).filter((x) => numbers[x] === null).sort((x, y) => sizes[y] - sizes[x] || x - y)) {
    const open = range(K).filter((c) => !numbers.includes(c) && o.classes[c] >= sizes[g]);
    numbers[g] = open[chance.below(open.length)];
  }
  let teams = null;
  for (let n = 0; o.teams && !teams; n++) {
    const x = stream(seed, n ? `teams/${n}` : "teams").shuffle([...o.teams]);
    if ((o.barred || []).every(([team, row]) => x[numbers[groups[pupils.findIndex((p) => p.row === row)]]] !== team))
      teams = x;
  }
  return { numbers, teams };
}

function result(o, seed) {
  const pupils = [...o.pupils].sort((a, b) => (a.row < b.row ? -1 : 1));
  const first = firstDraw(o, pupils, seed);
  if (o.search)
    first.groups = search(o, pupils, first.groups, seed);
  const { numbers, teams } = secondDraw(o, pupils, first.groups, seed);
  return [
    "enrollment-result/1", `law ${first.law}`, `attempts ${first.attempts}`, `numbers ${numbers.map((c) => c + 1).join(" ")}`,
    `teams ${teams ? teams.join(" ") : "-"}`,
    ...pupils.map((p, i) => `${p.row} ${first.groups[i] + 1} ${numbers[first.groups[i]] + 1}`),
  ];
}

const chain = (x, n) => (n === 0 ? x : chain(sha("enrollment-late-chain/1\n", x), n - 1));

function lateEntries(o, lines, joiners, x) {
  const pupils = [...o.pupils].sort((a, b) => (a.row < b.row ? -1 : 1));
  const seated = pupils.map((p, i) => ({ ...p, class: Number(lines[5 + i].split(" ")[2]) }));
  return joiners.map((joiner, index) => {
    const link = chain(x, 1000 - (index + 1));
    const inClass = (c, test = () => true) => seated.filter((p) => p.class === c && test(p)).length;
    const least = (classes, count) => classes.filter((c) => count(c) === Math.min(...classes.map(count)));
    let classes = range(o.classes.length).map((c) => c + 1).filter((c) => inClass(c) < o.classes[c - 1]
      && !(joiner.specialNeeds && o.cap !== undefined && inClass(c, (p) => p.needs) >= o.cap));
    classes = least(classes, (c) => inClass(c, (p) => p.sex === joiner.sex));
    classes = least(classes, (c) => inClass(c));
    const seed = sha("enrollment-late/1\n", link, joiner.row);
    const chosen = classes.length > 1 ? classes[stream(seed, "late").below(classes.length)] : classes[0];
    seated.push({ sex: joiner.sex, needs: joiner.specialNeeds, class: chosen });
    return { ...joiner, link: link.toString("hex"), class: chosen };
  });
}

/** A whole record; `joiners`: {row, sex, specialNeeds}. */
function record(o, { secret = sha("secret"), entropy = "0123456789".repeat(4), joiners = [], lines } = {}) {
  const list = lines || listLines(o);
  const digest = sha(text(list));
  const seed = sha("enrollment-draw/1\n", digest, secret, entropy);
  const outcome = o.result || result(o, seed);
  const x = sha("late secret");
  return {
    format: "enrollment-placement-record/1",
    list,
    digests: { sha256: digest.toString("hex"), sm3: sm3(text(list)) },
    commitment: sha("enrollment-commitment/1\n", secret).toString("hex"),
    secret: secret.toString("hex"),
    entropy,
    seed: seed.toString("hex"),
    lateCommitment: joiners.length ? chain(x, 1000).toString("hex") : null,
    attributes: null,
    result: outcome,
    resultSha256: sha(text(outcome)).toString("hex"),
    late: joiners.length ? lateEntries(o, outcome, joiners, x) : [],
  };
}

/** Pupils from a seed: every `needsEvery`-th with special needs, bundles of two, apart sets of `apartSize`, and pins. */
function pupils(count, { needsEvery = 0, bundles = 0, apartSets = 0, apartSize = 2, pins = [] } = {}) {
  const made = range(count).map((i) => ({
    row: sha(`pupil ${i}`).toString("hex").slice(0, 16), sex: sha(`sex ${i}`)[0] % 2 ? "M" : "F",
    needs: needsEvery > 0 && i % needsEvery === 3, bundle: null, apart: [], pin: null,
  }));
  range(bundles).forEach((b) => [0, 1].forEach((k) => { made[(7 * (2 * b + k)) % count].bundle = b + 1; }));
  range(apartSets).forEach((s) => range(apartSize).forEach((k) => {
    const p = made[(count - 1 - s * apartSize - k + count) % count];
    if (!p.apart.includes(s + 1))
      p.apart.push(s + 1);
  }));
  pins.forEach((pin, i) => { made[(i * 5 + 1) % count].pin = pin; });
  return made;
}

module.exports = { table, xoshiro, scores, sha, text, stream, listLines, result, record, pupils, chain, firstDraw };
