/*
 * Verifies the record of a class placement: docs/placement-record.md, and nothing else, is what this file follows.
 * The parts below carry that page's section numbers. No dependencies: SHA-256 and SM3 stand at the end.
 *
 *   node verify.js RECORD.json...           one verdict a record; exit code 0 holds, 1 does not hold, 2 not a record
 *   node verify.js --json RECORD.json...    the same as JSON, one object a line
 *   node verify.js --place LIST.txt SEED [TABLE.txt]
 *                                           the canonical result of a list, a seed (64 hexadecimal digits) and a table
 *
 * In a browser: verifyRecord(text, onProgress), or verification(text) to take one step at a time.
 *
 * Here pupils, groups and classes are counted from 0; texts count groups and classes from 1, as the page does.
 */
(function () {
  "use strict";

  /** The record differs from what the page demands; `step` is added where the step is known. */
  class Difference extends Error {}

  /** The file is not a record at all. */
  class NotARecord extends Error {}

  // ── 1. The list ────────────────────────────────────────────────────────────────────────────────────────────────

  const NAME = /^[A-Za-z0-9_-]{1,40}$/;
  const ROW = /^[0-9a-f]{16}$/;
  const DIGEST = /^[0-9a-f]{64}$/;
  const INTEGER = /^(?:0|[1-9][0-9]{0,8})$/;
  const PUPIL = /^([0-9a-f]{16}) ([MF]) ([01]) (-|b[0-9]{1,9}) (-|a[0-9]{1,9}(?:,a[0-9]{1,9})*) (-|[0-9]{1,9})$/;

  /** Reads the lines of a canonical list; every departure from its form is a difference. */
  function readList(lines) {
    const input = new Lines(lines);
    const list = {};
    input.literal("enrollment-placement/1");
    list.school = input.matching("school", NAME);
    list.year = input.integer("year", 1, 9999);
    list.run = input.matching("run", NAME);
    list.mode = input.matching("mode", /^(?:lot|optimised)$/);
    list.capacities = input.words("classes").map((word) => input.number(word, 1, 200));
    list.classCount = list.capacities.length;
    list.cap = input.integerOrNone("special-needs-cap", Infinity);
    list.relief = input.integer("relief", 0, 10);
    list.search = readSearch(input, list.mode);
    list.teams = readTeams(input, list.classCount);
    list.barred = readBarred(input);
    list.attributes = readAttributesDigest(input, list.search);
    list.pupils = readPupils(input, list.classCount);
    refuseUnknownBarred(list);
    return list;
  }

  function readSearch(input, mode) {
    const words = input.words("search");
    if (words.length === 1 && words[0] === "-") {
      input.demand(mode === "lot", "an optimised list names its search");
      return null;
    }
    input.demand(words.length === 3, "a search is STARTS EPOCHS KICKS");
    const [starts, epochs, kicks] = words.map((word) => input.number(word, 1));
    return { starts, epochs, kicks };
  }

  function readTeams(input, classCount) {
    const codes = input.words("teams");
    if (codes.length === 1 && codes[0] === "-")
      return null;
    input.demand(codes.length === classCount, "as many teams as classes");
    input.demand(codes.every((code) => NAME.test(code)), "a team code has a wrong form");
    input.demand(new Set(codes).size === codes.length, "a team stands twice");
    return codes;
  }

  function readBarred(input) {
    const barred = [];
    while (input.startsWith("barred")) {
      const words = input.words("barred");
      input.demand(words.length === 2 && NAME.test(words[0]) && ROW.test(words[1]), "not a team and a row code");
      barred.push({ team: words[0], row: words[1], line: input.at });
    }
    return barred;
  }

  function readAttributesDigest(input, search) {
    const digest = input.matching("attributes", /^(?:-|[0-9a-f]{64})$/);
    input.demand((digest === "-") === (search === null), "a table of attributes goes with a search");
    return digest === "-" ? null : digest;
  }

  function readPupils(input, classCount) {
    const count = input.integer("pupils", 1);
    const pupils = [];
    for (let last = ""; pupils.length < count; last = pupils[pupils.length - 1].row) {
      const pupil = readPupil(input, classCount);
      input.demand(pupil.row > last, "row codes do not ascend");
      pupils.push(pupil);
    }
    input.end();
    return pupils;
  }

  function readPupil(input, classCount) {
    const match = PUPIL.exec(input.next());
    input.demand(match !== null, "not a pupil's line");
    const [, row, sex, needs, bundle, apart, pin] = match;
    const numberAfterLetter = (word) => input.number(word.slice(1), 0);
    const sets = apart === "-" ? [] : apart.split(",").map(numberAfterLetter);
    input.demand(sets.every((set, i) => i === 0 || set > sets[i - 1]), "apart sets do not ascend");
    return {
      row,
      boy: sex === "M",
      needs: needs === "1",
      bundle: bundle === "-" ? null : numberAfterLetter(bundle),
      apart: sets,
      pin: pin === "-" ? null : input.number(pin, 1, classCount) - 1,
    };
  }

  function refuseUnknownBarred(list) {
    if (list.barred.length === 0)
      return;
    const rows = new Set(list.pupils.map((pupil) => pupil.row));
    const teams = new Set(list.teams || []);
    for (const { team, row, line } of list.barred)
      if (!teams.has(team) || !rows.has(row))
        throw new Difference(`line ${line}: names a team or pupil that is not in the list`);
  }

  /** Takes lines one by one and names the line in what it refuses. */
  class Lines {
    constructor(lines) {
      this.lines = lines;
      this.at = 0;
    }

    demand(condition, what) {
      if (!condition)
        throw new Difference(`line ${this.at}: ${what}`);
    }

    next() {
      this.at++;
      this.demand(this.at <= this.lines.length, "missing");
      return this.lines[this.at - 1];
    }

    startsWith(keyword) {
      return this.at < this.lines.length && this.lines[this.at].startsWith(keyword + " ");
    }

    literal(text) {
      this.demand(this.next() === text, `not "${text}"`);
    }

    rest(keyword) {
      const line = this.next();
      this.demand(line.startsWith(keyword + " "), `not "${keyword} ..."`);
      return line.slice(keyword.length + 1);
    }

    matching(keyword, pattern) {
      const text = this.rest(keyword);
      this.demand(pattern.test(text), `"${keyword}" has a wrong value`);
      return text;
    }

    words(keyword) {
      return this.rest(keyword).split(" ");
    }

    number(word, least, most = Infinity) {
      this.demand(INTEGER.test(word) && Number(word) >= least && Number(word) <= most, "a number has a wrong form or size");
      return Number(word);
    }

    integer(keyword, least, most) {
      return this.number(this.rest(keyword), least, most);
    }

    integerOrNone(keyword, none) {
      const text = this.rest(keyword);
      return text === "-" ? none : this.number(text, 0);
    }

    end() {
      this.demand(this.at === this.lines.length, "is the last of its kind, yet lines follow");
    }
  }

  /** The bytes that digests are taken of: every line ended by one line feed. */
  function canonicalBytes(lines) {
    return utf8(lines.map((line) => line + "\n").join(""));
  }

  // ── 2. The seed ────────────────────────────────────────────────────────────────────────────────────────────────

  function commitmentOf(secret) {
    return sha256(joinBytes(utf8("enrollment-commitment/1\n"), secret));
  }

  /** A text of digits only counts as digits, never as hexadecimal: 32 digits would carry fewer than 128 bits. */
  function isEntropy(text) {
    return text.length <= 512 && (/^[0-9]{39,}$/.test(text) || (/^[0-9a-f]{32,}$/.test(text) && /[a-f]/.test(text)));
  }

  function seedOf(listDigest, secret, entropy) {
    return sha256(joinBytes(utf8("enrollment-draw/1\n"), listDigest, secret, utf8(entropy)));
  }

  // ── 3. Chance ──────────────────────────────────────────────────────────────────────────────────────────────────

  const TWO_32 = 4294967296;
  /** Up to here (n - 1) x 2^32 + 2^32 - 1 is an exact double, and BigInt is not needed. */
  const LARGEST_EXACT = 2097152;

  class Stream {
    constructor(seed, name) {
      this.input = joinBytes(seed, utf8(name), new Uint8Array(8));
      this.counter = new DataView(this.input.buffer, this.input.length - 8);
      this.block = 0;
      this.words = null;
      this.index = 4;
    }

    /** Moves to the next 64-bit word; `high` and `low` are its halves. */
    nextWord() {
      if (this.index === 4) {
        this.counter.setUint32(0, Math.floor(this.block / TWO_32));
        this.counter.setUint32(4, this.block % TWO_32);
        this.block++;
        this.words = sha256Words(this.input);
        this.index = 0;
      }
      this.high = this.words[2 * this.index] >>> 0;
      this.low = this.words[2 * this.index + 1] >>> 0;
      this.index++;
    }

    below(n) {
      if (n > LARGEST_EXACT)
        return this.belowLarge(BigInt(n));
      const wrap = TWO_32 % n;
      const excess = (wrap * wrap) % n; // 2^64 mod n
      do
        this.nextWord();
      while (this.high === TWO_32 - 1 && this.low >= TWO_32 - excess);
      return ((this.high % n) * TWO_32 + this.low) % n;
    }

    belowLarge(n) {
      const limit = (1n << 64n) - ((1n << 64n) % n);
      for (;;) {
        this.nextWord();
        const word = (BigInt(this.high) << 32n) | BigInt(this.low);
        if (word < limit)
          return Number(word % n);
      }
    }

    shuffle(items) {
      for (let i = items.length - 1; i >= 1; i--) {
        const j = this.below(i + 1);
        const item = items[i];
        items[i] = items[j];
        items[j] = item;
      }
      return items;
    }
  }

  // ── 4. What every group must be ────────────────────────────────────────────────────────────────────────────────

  /** Quotas, blocks and free pupils of a list; a difference if no placement can satisfy them. */
  function planGroups(list) {
    const quotas = quotasOf(list);
    const blocks = blocksOf(list);
    const bound = blocks.filter(isBound).sort(byBlockOrder);
    const free = blocks.filter((block) => !isBound(block)).map((block) => block.pupils[0]);
    return {
      list,
      quotas,
      bound,
      freeBoys: free.filter((i) => list.pupils[i].boy),
      freeGirls: free.filter((i) => !list.pupils[i].boy),
    };
  }

  function quotasOf(list) {
    const total = list.pupils.length;
    const boys = list.pupils.filter((pupil) => pupil.boy).length;
    const needs = list.pupils.filter((pupil) => pupil.needs).length;
    const special = specialQuotas(list, needs);
    const sizes = sizesOf(list, total, needs, special.places);
    const sexes = isEven(sizes) && list.relief === 0
      ? evenSexes(list.classCount, boys, total - boys)
      : proportionalSexes(sizes, boys, total);
    if (sexes.boys.some((quota) => quota < 0) || sexes.girls.some((quota) => quota < 0))
      throw new Difference("the relief asks for more places than a group has");
    if (list.pupils.some((pupil) => pupil.pin !== null) && largest(sizes) > smallestClass(list))
      throw new Difference("with pins, every class must have room for the largest group");
    return { sizes, boys: sexes.boys, girls: sexes.girls, places: special.places, roamingPlaces: special.roaming };
  }

  function smallestClass(list) {
    return list.capacities.reduce((least, capacity) => Math.min(least, capacity));
  }

  /** `places` are certain; `roaming` more go to groups that only the draw finds (relief 0). */
  function specialQuotas(list, needs) {
    const count = list.classCount;
    if (list.cap < Math.ceil(needs / count))
      throw new Difference("the cap on special needs is too low for every group");
    if (list.relief > 0)
      return { places: shares(needs, count), roaming: 0 };
    return { places: new Array(count).fill(Math.floor(needs / count)), roaming: needs % count };
  }

  /** `total` in even shares, the first ones larger by one where it does not divide. */
  function shares(total, count) {
    return Array.from({ length: count }, (_, g) => Math.floor(total / count) + (g < total % count ? 1 : 0));
  }

  function sizesOf(list, total, needs, places) {
    const count = list.classCount;
    const smallest = smallestClass(list);
    if (list.relief === 0)
      return smallest >= Math.ceil(total / count) ? shares(total, count) : filledSizes(list.capacities, total);
    const loads = shares(total + list.relief * needs, count).reverse();
    const sizes = loads.map((load, g) => load - list.relief * places[g]);
    if (sizes.some((size) => size > smallest))
      throw new Difference("a class is smaller than the largest group");
    return sizes;
  }

  /** Pupils given one at a time to the class with the fewest among those with room, the lowest number first. */
  function filledSizes(capacities, total) {
    const sizes = new Array(capacities.length).fill(0);
    let left = total;
    for (let level = 0; left > 0; level++) {
      let given = 0;
      for (let c = 0; c < sizes.length && given < left; c++)
        if (capacities[c] > level) {
          sizes[c]++;
          given++;
        }
      if (given === 0)
        throw new Difference("the classes have no room for all pupils");
      left -= given;
    }
    return sizes.sort((a, b) => b - a);
  }

  function isEven(sizes) {
    const [least, most] = sizes.reduce(([low, high], size) => [Math.min(low, size), Math.max(high, size)], [Infinity, 0]);
    return most - least <= 1;
  }

  function evenSexes(count, boys, girls) {
    const girlQuotas = new Array(count).fill(Math.floor(girls / count));
    for (let extra = 0; extra < girls % count; extra++)
      girlQuotas[((boys % count) + extra) % count]++;
    return { boys: shares(boys, count), girls: girlQuotas };
  }

  function proportionalSexes(sizes, boys, total) {
    let before = 0;
    const boyQuotas = sizes.map((size) => {
      const quota = Math.floor((boys * (before + size)) / total) - Math.floor((boys * before) / total);
      before += size;
      return quota;
    });
    return { boys: boyQuotas, girls: sizes.map((size, g) => size - boyQuotas[g]) };
  }

  /** The apart set of all pinned blocks: it counts as the lowest-numbered one. */
  const PINS = -1;

  function blocksOf(list) {
    const members = new Map();
    const root = joinPupils(list.pupils);
    list.pupils.forEach((_, i) => {
      const first = root(i);
      if (!members.has(first))
        members.set(first, []);
      members.get(first).push(i);
    });
    return Array.from(members.values(), (pupils) => blockOf(list, pupils));
  }

  /** Joins pupils of one bundle or one pin, transitively; answers the lowest index of a pupil's block. */
  function joinPupils(pupils) {
    const parent = pupils.map((_, i) => i);
    const root = (i) => {
      while (parent[i] !== i)
        i = parent[i] = parent[parent[i]];
      return i;
    };
    const firstWith = new Map();
    const join = (key, i) => {
      if (!firstWith.has(key))
        firstWith.set(key, i);
      const [low, high] = [root(firstWith.get(key)), root(i)].sort((a, b) => a - b);
      parent[high] = low;
    };
    pupils.forEach(({ bundle, pin }, i) => {
      if (bundle !== null)
        join(`bundle ${bundle}`, i);
      if (pin !== null)
        join(`pin ${pin}`, i);
    });
    return root;
  }

  function blockOf(list, indexes) {
    const pupils = indexes.map((i) => list.pupils[i]);
    const pins = new Set(pupils.filter((pupil) => pupil.pin !== null).map((pupil) => pupil.pin));
    const sets = pupils.flatMap((pupil) => pupil.apart);
    const apart = Array.from(new Set(sets)).sort((a, b) => a - b);
    if (pins.size > 1)
      throw new Difference(`the block of row ${pupils[0].row} is pinned to two classes`);
    if (apart.length < sets.length)
      throw new Difference(`the block of row ${pupils[0].row} has two pupils of one apart set`);
    const pin = pins.size === 1 ? Array.from(pins)[0] : null;
    const boys = pupils.filter((pupil) => pupil.boy).length;
    return {
      pupils: indexes,
      boys,
      girls: pupils.length - boys,
      needs: pupils.filter((pupil) => pupil.needs).length,
      pin,
      apart: pin === null ? apart : [PINS, ...apart],
    };
  }

  function isBound(block) {
    return block.pupils.length > 1 || block.pin !== null || block.apart.length > 0 || block.needs > 0;
  }

  function byBlockOrder(one, other) {
    if (one.pin !== null || other.pin !== null)
      return (one.pin === null ? Infinity : one.pin) - (other.pin === null ? Infinity : other.pin);
    return other.pupils.length - one.pupils.length
      || other.needs - one.needs
      || other.apart.length - one.apart.length
      || one.pupils[0] - other.pupils[0];
  }

  // ── 5. The first draw: groups ──────────────────────────────────────────────────────────────────────────────────

  const SEQUENCES = 200;

  /** A: how many attempts the law `uniform` has. */
  function mostAttempts(list) {
    return Math.min(2000, Math.max(100, Math.floor(10000000 / list.pupils.length)));
  }

  function* drawGroups(plan, seed) {
    const drawn = yield* tryGroups(plan, seed);
    if (drawn === null)
      throw new Difference("the list has no result");
    return drawn;
  }

  /** Yields how many attempts failed, now and then; returns law, attempts and the group of every pupil, or null where there is no result. */
  function* tryGroups(plan, seed) {
    const most = mostAttempts(plan.list);
    for (let n = 0; n < most; n++) {
      const groups = attempt(plan, new Stream(seed, `lot/${n}`), seatUniformly);
      if (groups !== null)
        return { law: "uniform", attempts: n + 1, groups };
      if (n % 50 === 49)
        yield { attempts: n + 1 };
    }
    for (let n = 0; n < SEQUENCES; n++) {
      const groups = attempt(plan, new Stream(seed, `sequence/${n}`), seatInSequence);
      if (groups !== null)
        return { law: "sequential", attempts: n + 1, groups };
      yield { attempts: most + n + 1 };
    }
    return null;
  }

  /** Steps 1 to 3 of either law; null if it fails. */
  function attempt(plan, stream, seat) {
    const room = openRoom(plan, stream);
    const most = { boys: largest(room.boys), girls: largest(room.girls), places: largest(room.places) };
    const groupOfBlock = [];
    for (const block of plan.bound) {
      const group = seat(block, room, stream, most);
      if (group === FAILED)
        return null;
      take(block, group, room);
      groupOfBlock.push(group);
    }
    return dealFree(plan, groupOfBlock, room, stream);
  }

  const FAILED = -1;

  /** Seats and places still free, and which groups hold a block of which apart set. Step 1. */
  function openRoom(plan, stream) {
    const { boys, girls, places, roamingPlaces } = plan.quotas;
    const room = { boys: boys.slice(), girls: girls.slice(), places: places.slice(), holders: new Map() };
    if (roamingPlaces > 0) {
      const groups = stream.shuffle(boys.map((_, g) => g));
      for (const group of groups.slice(0, roamingPlaces))
        room.places[group]++;
    }
    return room;
  }

  function largest(numbers) {
    return numbers.reduce((most, number) => Math.max(most, number), 0);
  }

  function take(block, group, room) {
    room.boys[group] -= block.boys;
    room.girls[group] -= block.girls;
    room.places[group] -= block.needs;
    for (const set of block.apart) {
      if (!room.holders.has(set))
        room.holders.set(set, new Set());
      room.holders.get(set).add(group);
    }
  }

  const NO_GROUPS = new Set();

  function holdersOf(set, room) {
    return room.holders.get(set) || NO_GROUPS;
  }

  function isApart(block, group, room) {
    return block.apart.some((set) => holdersOf(set, room).has(group));
  }

  /** Step 2 of law `uniform`: choose, look at apart sets, thin. */
  function seatUniformly(block, room, stream, most) {
    const crowded = mostCrowded(block, room);
    const by = choiceOf(block, crowded, room);
    const group = by === "groups" ? choosePermitted(crowded, room, stream) : chooseByWeight(room[by], stream);
    if (group === FAILED || isApart(block, group, room))
      return FAILED;
    const accepted = keeps(block.boys, most.boys, room.boys[group], by === "boys", stream)
      && keeps(block.girls, most.girls, room.girls[group], by === "girls", stream)
      && keeps(block.needs, most.places, room.places[group], by === "places", stream);
    return accepted ? group : FAILED;
  }

  function choiceOf(block, crowded, room) {
    if (block.needs > 0)
      return "places";
    if (6 * crowded.size >= room.boys.length)
      return "groups";
    return block.boys > 0 ? "boys" : "girls";
  }

  /** The groups that hold a block of the block's most crowded apart set, the lowest-numbered of several such sets. */
  function mostCrowded(block, room) {
    let crowded = NO_GROUPS;
    for (const set of block.apart)
      if (holdersOf(set, room).size > crowded.size)
        crowded = holdersOf(set, room);
    return crowded;
  }

  function choosePermitted(crowded, room, stream) {
    const count = room.boys.length - crowded.size;
    if (count === 0)
      return FAILED;
    let index = stream.below(count);
    let group = 0;
    while (crowded.has(group) || index-- > 0)
      group++;
    return group;
  }

  /** The group in which a number below the sum falls when the weights are laid end to end. */
  function chooseByWeight(weights, stream) {
    let sum = 0;
    for (let g = 0; g < weights.length; g++)
      sum += weights[g];
    if (sum === 0)
      return FAILED;
    let rest = stream.below(sum);
    let group = 0;
    while (rest >= weights[group])
      rest -= weights[group++];
    return group;
  }

  /** Thinning for one kind of seat; the choice itself may have made the first draw. */
  function keeps(count, most, free, firstIsMade, stream) {
    for (let k = firstIsMade ? 1 : 0; k < count; k++)
      if (most - k <= 0 || stream.below(most - k) >= free - k)
        return false;
    return true;
  }

  /** Step 2 of law `sequential`. */
  function seatInSequence(block, room, stream) {
    const weights = room.boys.map((boys, g) =>
      boys >= block.boys && room.girls[g] >= block.girls && room.places[g] >= block.needs
        ? (block.boys > 0 ? boys : 1) * (block.girls > 0 ? room.girls[g] : 1) * (block.needs > 0 ? room.places[g] : 1)
        : 0);
    for (const set of block.apart)
      for (const group of holdersOf(set, room))
        weights[group] = 0;
    return chooseByWeight(weights, stream);
  }

  /** Step 3, and the group of every pupil. */
  function dealFree(plan, groupOfBlock, room, stream) {
    const groups = new Int32Array(plan.list.pupils.length);
    plan.bound.forEach((block, b) => {
      for (const i of block.pupils)
        groups[i] = groupOfBlock[b];
    });
    deal(stream.shuffle(plan.freeBoys.slice()), room.boys, groups);
    deal(stream.shuffle(plan.freeGirls.slice()), room.girls, groups);
    return groups;
  }

  function deal(pupils, seats, groups) {
    let next = 0;
    seats.forEach((count, group) => {
      for (let k = 0; k < count; k++)
        groups[pupils[next++]] = group;
    });
  }

  // ── 6. The second draw: class numbers and teams ────────────────────────────────────────────────────────────────

  const TEAM_SHUFFLES = 10000;

  /** `numbers[g]` is the class of group g; `choices` tells, in the order drawn, what each was chosen from. */
  function drawNumbers(plan, groups, seed) {
    const { capacities, classCount } = plan.list;
    const { sizes } = plan.quotas;
    const numbers = new Array(classCount).fill(null);
    const pinned = plan.bound.filter((block) => block.pin !== null);
    for (const block of pinned)
      numbers[groups[block.pupils[0]]] = block.pin;
    const choices = pinned.map((block) => ({ group: groups[block.pupils[0]], pinned: true, taken: block.pin }));
    const stream = new Stream(seed, "numbers");
    const open = new Set(capacities.map((_, c) => c));
    pinned.forEach((block) => open.delete(block.pin));
    const others = sizes.map((_, g) => g).filter((g) => numbers[g] === null);
    for (const group of others.sort((a, b) => sizes[b] - sizes[a] || a - b)) {
      const classes = Array.from(open).filter((c) => capacities[c] >= sizes[group]);
      if (classes.length === 0)
        throw new Difference(`no class is left for group ${group + 1}`);
      numbers[group] = classes[stream.below(classes.length)];
      open.delete(numbers[group]);
      choices.push({ group, pinned: false, classes, taken: numbers[group] });
    }
    return { numbers, choices };
  }

  /** The team of every class, or null for a list without teams. */
  function drawTeams(list, groups, numbers, seed) {
    if (list.teams === null)
      return null;
    const indexOf = new Map(list.pupils.map((pupil, i) => [pupil.row, i]));
    const barred = list.barred.map(({ team, row }) => ({ team, class: numbers[groups[indexOf.get(row)]] }));
    for (let n = 0; n < TEAM_SHUFFLES; n++) {
      const teams = new Stream(seed, n === 0 ? "teams" : `teams/${n}`).shuffle(list.teams.slice());
      if (barred.every((pair) => teams[pair.class] !== pair.team))
        return teams;
    }
    throw new Difference("every shuffle gives a barred pair");
  }

  // ── 7. Spread and optimised lists ──────────────────────────────────────────────────────────────────────────────

  const ATTRIBUTE_NAME = /^\S{1,40}$/;
  const MOST_WEIGHT = 1000000;
  const MOST_VALUE = 9999999;

  /** Reads the table of a list; every departure from its form, or from the list's rows, is a difference. */
  function readTable(lines, list) {
    let next = 0;
    const line = (condition, where) => demand(condition, `line ${next + 1}: ${where}`);
    line(lines[next] === "enrollment-attributes/1", "format");
    next++;
    line(/^salt [0-9a-f]{64}$/.test(lines[next] || ""), "salt");
    next++;
    const attributes = [];
    for (; next < lines.length && !lines[next].startsWith("rows "); next++)
      attributes.push(readAttribute(lines[next], line));
    line(attributes.length > 0 && new Set(attributes.map(({ name }) => name)).size === attributes.length, "attributes");
    line(lines[next] === `rows ${list.pupils.length}`, "rows");
    next++;
    const values = list.pupils.map((pupil) => {
      const [row, ...texts] = (lines[next] || "").split(" ");
      line(row === pupil.row && texts.length === attributes.length, "row");
      line(texts.every((text) => INTEGER.test(text) && Number(text) <= MOST_VALUE), "value");
      next++;
      return texts.map(Number);
    });
    line(next === lines.length, "after the last row");
    return { attributes, values };
  }

  function readAttribute(text, line) {
    const [kind, name, ...numbers] = text.split(" ");
    line((kind === "number" && numbers.length === 4) || (kind === "category" && numbers.length === 1), "attribute");
    line(ATTRIBUTE_NAME.test(name), "name of an attribute");
    line(numbers.every((number) => INTEGER.test(number) && Number(number) <= MOST_WEIGHT), "weight");
    const [weight, spread, bands, band] = numbers.map(Number);
    line(kind === "category" || bands === 0 || bands === BANDS, "bands");
    return { kind, name, weight, spread, bands, band };
  }

  const BANDS = 12;
  const THOUSANDTHS = 1000;

  /** Features as {weight, divisor, of}: `of` gives the feature's value (a BigInt) for a value of the attribute. */
  function featuresOf({ attributes, values }) {
    return attributes.flatMap((attribute, a) => {
      const column = values.map((row) => row[a]);
      const distinct = Array.from(new Set(column)).sort((x, y) => x - y);
      const features = attribute.kind === "number" ? ofNumber(attribute, column) : ofCategory(attribute, distinct);
      return features
        .filter(({ weight, of }) => weight > 0 && distinct.some((value) => of(value) !== of(distinct[0])))
        .map((feature) => ({ ...feature, column, distinct }));
    });
  }

  function ofNumber({ weight, spread, bands, band }, column) {
    const count = BigInt(column.length);
    const sum = column.reduce((total, value) => total + BigInt(value), 0n);
    const sorted = Array.from(column).sort((x, y) => x - y);
    const features = [
      { weight, divisor: THOUSANDTHS, of: (x) => BigInt(x) },
      { weight: spread, divisor: THOUSANDTHS, of: (x) => (count * BigInt(x) - sum) ** 2n },
    ];
    for (let k = 1; k <= bands; k++) {
      const threshold = sorted[Math.floor((k * column.length) / (BANDS + 1))];
      features.push({ weight: band, divisor: THOUSANDTHS, of: (x) => (x > threshold ? 1n : 0n) });
    }
    return features;
  }

  function ofCategory({ weight }, distinct) {
    const divisor = THOUSANDTHS * Math.max(1, distinct.length - 1);
    const shown = distinct.length === 2 ? distinct.slice(1) : distinct;
    return shown.map((level) => ({ weight, divisor, of: (x) => (x === level ? 1n : 0n) }));
  }

  const FINEST_SCALE = 9;
  const MOST_SQUARE = 134217728;

  /** The scores of all pupils, a row of `width` numbers each. */
  function scoresOf(features, count) {
    for (let scale = FINEST_SCALE; ; scale--) {
      const scores = scoresAt(features, count, scale);
      if (scores !== null)
        return { scores, width: features.length };
    }
  }

  function scoresAt(features, count, scale) {
    const scores = new Int32Array(count * features.length);
    const squares = new Float64Array(count);
    for (const [f, feature] of features.entries()) {
      const ofValue = scoresOfValues(feature, count, scale);
      for (let i = 0; i < count; i++) {
        const z = ofValue.get(feature.column[i]);
        squares[i] += z * z;
        if (squares[i] > MOST_SQUARE)
          return null;
        scores[i * features.length + f] = z;
      }
    }
    return scores;
  }

  function scoresOfValues({ weight, divisor, of, column, distinct }, count, scale) {
    const n = BigInt(count);
    const times = new Map(distinct.map((value) => [value, 0n]));
    column.forEach((value) => times.set(value, times.get(value) + 1n));
    const sum = distinct.reduce((total, value) => total + of(value) * times.get(value), 0n);
    const squares = distinct.reduce((total, value) => total + of(value) ** 2n * times.get(value), 0n);
    const variance = n * squares - sum * sum;
    return new Map(distinct.map((value) => {
      const distance = n * of(value) - sum;
      const square = (4n * distance * distance * BigInt(weight) * 4n ** BigInt(Math.max(scale, 0)))
        / (variance * BigInt(divisor) * 4n ** BigInt(Math.max(-scale, 0)));
      const size = Number((root(square) + 1n) / 2n);
      return [value, distance < 0n ? -size : size];
    }));
  }

  /** The largest whole number whose square is not above `value`. */
  function root(value) {
    if (value < 2n)
      return value;
    let low = 1n << (BigInt(value.toString(2).length - 1) / 2n);
    let high = low << 1n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle * middle <= value)
        low = middle;
      else
        high = middle;
    }
    return low;
  }

  /**
   * From the groups of the first draw (the group of every pupil, counted from 0) to those of the search; further starts begin from lots of their own.
   * `table` is the lines of the attribute table. Yields the number of epochs done, for a page that must breathe.
   */
  function* improve(plan, table, groups, seed) {
    const { list } = plan;
    const read = readTable(table, list);
    if (list.classCount === 1)
      return groups;
    const scores = scoresOf(featuresOf(read), list.pupils.length);
    const kinds = kindsOf(list);
    const { starts, epochs, kicks } = list.search;
    let best = null;
    for (let start = 0; start < starts; start++) {
      const lot = start === 0 ? { groups } : yield* tryGroups(plan, sha256(joinBytes(seed, utf8(`start/${start}`))));
      if (lot === null)
        continue;
      const state = searchState(scores, kinds, lot.groups, list.classCount);
      for (let epoch = 0; epoch < epochs; epoch++) {
        runEpoch(state, { seed, start, epoch, kicks });
        yield { epochs: start * epochs + epoch + 1, of: starts * epochs };
      }
      const imbalance = imbalanceOf(state);
      if (best === null || imbalance < best.imbalance)
        best = { imbalance, groups: state.groups };
    }
    return best.groups;
  }

  /** 0 to 3 for those who may change places with their like; null for those who stay where the lot put them. */
  function kindsOf(list) {
    const kinds = list.pupils.map((pupil) => (pupil.boy ? 0 : 2) + (pupil.needs ? 1 : 0));
    for (const block of blocksOf(list)) {
      if (block.pupils.length > 1 || block.apart.length > 0 || block.pin !== null)
        block.pupils.forEach((i) => (kinds[i] = null));
    }
    return kinds;
  }

  function searchState({ scores, width }, kinds, groups, count) {
    const state = { scores, width, kinds, groups: Int32Array.from(groups), sizes: new Array(count).fill(0), sums: [], movable: [] };
    for (let g = 0; g < count; g++) {
      state.sums.push(new Float64Array(width));
      state.movable.push([]);
    }
    groups.forEach((g, i) => {
      state.sizes[g]++;
      addScores(state, g, i, 1);
      if (kinds[i] !== null)
        state.movable[g].push(i);
    });
    return state;
  }

  function addScores({ scores, width, sums }, group, pupil, sign) {
    for (let f = 0; f < width; f++)
      sums[group][f] += sign * scores[pupil * width + f];
  }

  function runEpoch(state, { seed, start, epoch, kicks }) {
    const order = new Stream(seed, `pairs/${start}/${epoch}`).shuffle(state.sizes.map((_, g) => g));
    for (let pair = 0; 2 * pair + 1 < order.length; pair++) {
      const chance = new SearchChance(seed, `search/${start}/${epoch}/${pair}`);
      new Visit(state, order[2 * pair], order[2 * pair + 1]).run(kicks, chance);
    }
  }

  /** xoshiro128**, seeded for one visit. */
  class SearchChance {
    constructor(seed, name) {
      this.state = Int32Array.from(sha256Words(joinBytes(seed, utf8(name), new Uint8Array(8))).slice(0, 4));
    }

    below(n) {
      const s = this.state;
      const product = Math.imul(s[1], 5);
      const word = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
      const shifted = s[1] << 9;
      s[2] ^= s[0];
      s[3] ^= s[1];
      s[1] ^= s[2];
      s[0] ^= s[3];
      s[2] ^= shifted;
      s[3] = (s[3] << 11) | (s[3] >>> 21);
      return Math.floor((word * n) / TWO_32);
    }
  }

  /** One visit of groups A and B: `inA`, `pull` and `products` go by a pupil's place among the movable ones. */
  class Visit {
    constructor(state, a, b) {
      Object.assign(this, { state, a, b });
      const { kinds, movable, groups } = state;
      this.pupils = movable[a].concat(movable[b]).sort((i, j) => kinds[i] - kinds[j] || i - j);
      this.count = this.pupils.length;
      this.inA = this.pupils.map((i) => groups[i] === a);
      this.blockOfPlace = this.pupils.map((i) => {
        const first = this.pupils.findIndex((other) => kinds[other] === kinds[i]);
        return { first, end: first + this.pupils.filter((other) => kinds[other] === kinds[i]).length };
      });
    }

    run(kicks, chance) {
      if (this.count < 2)
        return;
      this.multiply();
      this.measurePull();
      this.descend();
      for (let kick = 0; kick < kicks; kick++) {
        const [inA, pull] = [this.inA.slice(), this.pull.slice()];
        const change = this.kick(chance) + this.descend();
        if (change > 0)
          Object.assign(this, { inA, pull });
      }
      this.settle();
    }

    multiply() {
      const { scores, width } = this.state;
      this.products = new Int32Array(this.count * this.count);
      for (let x = 0; x < this.count; x++) {
        for (let y = 0; y <= x; y++) {
          const [i, j] = [this.pupils[x] * width, this.pupils[y] * width];
          let sum = 0;
          for (let f = 0; f < width; f++)
            sum += scores[i + f] * scores[j + f];
          this.products[x * this.count + y] = this.products[y * this.count + x] = sum;
        }
      }
    }

    measurePull() {
      const { scores, width, sums, sizes } = this.state;
      const both = sizes[this.a] + sizes[this.b];
      const difference = Array.from({ length: width }, (_, f) => {
        const total = sums[this.a][f] + sums[this.b][f];
        return 2 * sums[this.a][f] - Math.floor((4 * total * sizes[this.a] + both) / (2 * both));
      });
      this.pull = Float64Array.from(this.pupils, (i) =>
        difference.reduce((sum, value, f) => sum + value * scores[i * width + f], 0));
    }

    change(x, y) {
      const n = this.count;
      return this.pull[y] - this.pull[x] + this.products[x * n + x] + this.products[y * n + y] - 2 * this.products[x * n + y];
    }

    exchange(x, y) {
      this.inA[x] = false;
      this.inA[y] = true;
      const [leaving, coming] = [x * this.count, y * this.count];
      for (let k = 0; k < this.count; k++)
        this.pull[k] += 2 * (this.products[coming + k] - this.products[leaving + k]);
    }

    descend() {
      let total = 0;
      for (let exchanged = true; exchanged;) {
        exchanged = false;
        for (let x = 0; x < this.count; x++) {
          if (!this.inA[x])
            continue;
          const y = this.bestPartner(x);
          if (y === null)
            continue;
          total += this.change(x, y);
          this.exchange(x, y);
          exchanged = true;
        }
      }
      return total;
    }

    /** The first in order of those with whom an exchange helps most; null where none helps. */
    bestPartner(x) {
      const { first, end } = this.blockOfPlace[x];
      let [best, partner] = [0, null];
      for (let y = first; y < end; y++) {
        if (this.inA[y])
          continue;
        const change = this.change(x, y);
        if (change < best)
          [best, partner] = [change, y];
      }
      return partner;
    }

    kick(chance) {
      let total = 0;
      for (let left = 2 + chance.below(3); left > 0; left--) {
        const one = chance.below(this.count);
        const { first, end } = this.blockOfPlace[one];
        const other = first + chance.below(end - first);
        if (this.inA[one] === this.inA[other])
          continue;
        const [x, y] = this.inA[one] ? [one, other] : [other, one];
        total += this.change(x, y);
        this.exchange(x, y);
      }
      return total;
    }

    settle() {
      const { groups, movable } = this.state;
      movable[this.a] = [];
      movable[this.b] = [];
      this.pupils.forEach((i, x) => {
        const [to, from] = this.inA[x] ? [this.a, this.b] : [this.b, this.a];
        movable[to].push(i);
        if (groups[i] === to)
          return;
        groups[i] = to;
        addScores(this.state, to, i, 1);
        addScores(this.state, from, i, -1);
      });
    }
  }

  /** Squares of the groups' sums by the groups' sizes, times the least common multiple of the sizes. */
  function imbalanceOf({ sizes, sums }) {
    const gcd = (x, y) => (y === 0n ? x : gcd(y, x % y));
    const filled = sizes.map((size, g) => ({ size: BigInt(size), sums: sums[g] })).filter(({ size }) => size > 0n);
    const multiple = filled.reduce((lcm, { size }) => (lcm / gcd(lcm, size)) * size, 1n);
    return filled.reduce((total, group) => {
      const square = group.sums.reduce((sum, value) => sum + BigInt(value) * BigInt(value), 0n);
      return total + (multiple / group.size) * square;
    }, 0n);
  }

  // ── 8. The result and the record ───────────────────────────────────────────────────────────────────────────────

  function resultLines(list, draw) {
    return [
      "enrollment-result/1",
      `law ${draw.law}`,
      `attempts ${draw.attempts}`,
      `numbers ${draw.numbers.map((c) => c + 1).join(" ")}`,
      `teams ${draw.teams === null ? "-" : draw.teams.join(" ")}`,
      ...list.pupils.map((pupil, i) => `${pupil.row} ${draw.groups[i] + 1} ${draw.numbers[draw.groups[i]] + 1}`),
    ];
  }

  /** Lines of a result before the first pupil's. */
  const [HEADER, LAW, TRIES, NUMBERS, TEAMS, FIRST_PUPIL] = [0, 1, 2, 3, 4, 5];

  /** The groups of the lot, improved where the list demands it. */
  function* firstGroups(plan, table, seed) {
    const draw = yield* drawGroups(plan, seed);
    if (plan.list.search !== null)
      draw.groups = yield* improve(plan, table, draw.groups, seed);
    return draw;
  }

  /** The canonical result of a list; what `--place` prints. */
  function place(list, table, seed) {
    const plan = planGroups(list);
    const draw = run(firstGroups(plan, table, seed));
    draw.numbers = drawNumbers(plan, draw.groups, seed).numbers;
    draw.teams = drawTeams(list, draw.groups, draw.numbers, seed);
    return resultLines(list, draw);
  }

  function run(generator, onProgress) {
    for (;;) {
      const { done, value } = generator.next();
      if (done)
        return value;
      if (onProgress)
        onProgress(value);
    }
  }

  function demand(condition, where) {
    if (!condition)
      throw new Difference(where);
  }

  function demandDigest(bytes, claimed, where) {
    const found = hex(bytes);
    demand(found === claimed, `${where} is ${found}`);
  }

  const SKIPPED = "skipped";

  /** The steps in their order. Each reads the record and adds to `state` what it found; it throws a difference. */
  const STEPS = {
    *format({ record }) {
      demand(record.format === "enrollment-placement-record/1", "not enrollment-placement-record/1");
    },

    *list(state) {
      state.list = readList(state.record.list);
      state.bytes = canonicalBytes(state.record.list);
    },

    *sha256(state) {
      state.digest = sha256(state.bytes);
      demandDigest(state.digest, state.record.digests.sha256, "digest of the list");
    },

    *sm3(state) {
      demandDigest(sm3(state.bytes), state.record.digests.sm3, "digest of the list");
    },

    *commitment({ record }) {
      demandDigest(commitmentOf(unhex(record.secret)), record.commitment, "commitment to the secret");
    },

    *entropy({ record }) {
      demand(isEntropy(record.entropy), "not 39 to 512 digits or 32 to 512 hexadecimal digits");
    },

    *seed(state) {
      const { record } = state;
      state.seed = seedOf(state.digest, unhex(record.secret), record.entropy);
      demandDigest(state.seed, record.seed, "seed of list, secret and entropy");
    },

    *attributes(state) {
      const { list, record } = state;
      state.withheld = list.attributes !== null && record.attributes === null;
      if (state.withheld)
        return SKIPPED;
      demand((list.attributes === null) === (record.attributes === null), "the list names no table, the record has one");
      if (list.attributes !== null)
        demandDigest(sha256(canonicalBytes(record.attributes)), list.attributes, "digest of the table");
      if (record.attributes !== null)
        readTable(record.attributes, list);
    },

    *groups(state) {
      const { list, record, withheld, seed } = state;
      state.plan = planGroups(list);
      if (withheld) {
        state.draw = readGroups(list, record.result);
        demandQuotas(state.plan, state.draw.groups);
      } else {
        state.draw = yield* firstGroups(state.plan, record.attributes, seed);
        demandGroups(list, state.draw, record.result);
      }
    },

    *numbers(state) {
      const { plan, draw, seed, record } = state;
      Object.assign(draw, drawNumbers(plan, draw.groups, seed));
      demand(record.result[NUMBERS] === resultLines(plan.list, { ...draw, teams: null })[NUMBERS], "numbers of the groups");
    },

    *teams(state) {
      const { list, draw, seed, record } = state;
      draw.teams = drawTeams(list, draw.groups, draw.numbers, seed);
      state.expected = resultLines(list, draw);
      demand(record.result[TEAMS] === state.expected[TEAMS], "teams of the classes");
    },

    *classes({ list, expected, record }) {
      list.pupils.forEach((pupil, i) =>
        demand(record.result[FIRST_PUPIL + i] === expected[FIRST_PUPIL + i], `row ${pupil.row}`));
    },

    *result({ expected, record }) {
      demand(record.result[HEADER] === expected[HEADER], "line 1");
      demand(record.result.length === expected.length, `line ${expected.length + 1}`);
      demandDigest(sha256(canonicalBytes(expected)), record.resultSha256, "digest of the result");
    },

    *late(state) {
      checkLate(state.list, state.draw, state.record);
    },
  };

  function demandGroups(list, draw, result) {
    demand(result[LAW] === `law ${draw.law}`, `law is ${draw.law}`);
    demand(result[TRIES] === `attempts ${draw.attempts}`, `attempts are ${draw.attempts}`);
    list.pupils.forEach((pupil, i) => {
      const line = result[FIRST_PUPIL + i] || "";
      demand(line.startsWith(`${pupil.row} ${draw.groups[i] + 1} `), `row ${pupil.row} is in group ${draw.groups[i] + 1}`);
    });
  }

  /** Law, attempts and groups as a result states them, where they cannot be recomputed. */
  function readGroups(list, result) {
    const law = /^law (uniform|sequential)$/.exec(result[LAW] || "");
    demand(law !== null, "law");
    const attempts = /^attempts ([1-9][0-9]{0,3})$/.exec(result[TRIES] || "");
    demand(attempts !== null && Number(attempts[1]) <= (law[1] === "uniform" ? mostAttempts(list) : SEQUENCES), "attempts");
    const groups = Int32Array.from(list.pupils, (pupil, i) => {
      const [row, group] = (result[FIRST_PUPIL + i] || "").split(" ");
      demand(row === pupil.row && INTEGER.test(group), `row ${pupil.row}`);
      demand(Number(group) >= 1 && Number(group) <= list.classCount, `row ${pupil.row}`);
      return Number(group) - 1;
    });
    return { law: law[1], attempts: Number(attempts[1]), groups };
  }

  /** What section 4 demands of every group. */
  function demandQuotas(plan, groups) {
    const { quotas, list } = plan;
    const count = (test) => {
      const counts = new Array(list.classCount).fill(0);
      list.pupils.forEach((pupil, i) => test(pupil) && counts[groups[i]]++);
      return counts;
    };
    count(() => true).forEach((n, g) => demand(n === quotas.sizes[g], `size of group ${g + 1}`));
    count((pupil) => pupil.boy).forEach((n, g) => demand(n === quotas.boys[g], `sexes of group ${g + 1}`));
    const roaming = quotas.roamingPlaces > 0 ? 1 : 0;
    count((pupil) => pupil.needs).forEach((n, g) => {
      const over = n - quotas.places[g];
      demand(over === 0 || over === roaming, `special needs of group ${g + 1}`);
    });
    demandBlocks(plan, groups);
  }

  function demandBlocks({ bound, list }, groups) {
    const room = { boys: [], girls: [], places: [], holders: new Map() };
    for (const block of bound) {
      const group = groups[block.pupils[0]];
      const { row } = list.pupils[block.pupils[0]];
      demand(block.pupils.every((i) => groups[i] === group), `block of row ${row}`);
      demand(!isApart(block, group, room), `apart sets of row ${row}`);
      take(block, group, room);
    }
  }

  /** One step at a time: yields {step, state: "begun" | "working" | "passed" | "skipped"}, returns the verdict. */
  function* verification(input) {
    const state = {};
    let step = null;
    try {
      state.record = readRecord(input);
      for (step of Object.keys(STEPS)) {
        yield { step, state: "begun" };
        const outcome = yield* named(step, STEPS[step](state));
        yield { step, state: outcome === SKIPPED ? "skipped" : "passed" };
      }
      return verdict(state, null, null);
    } catch (error) {
      return verdict(state, step, error);
    }
  }

  /** What a step yields while it works, with its name. */
  function* named(step, generator) {
    for (;;) {
      const { done, value } = generator.next();
      if (done)
        return value;
      yield { step, state: "working", ...value };
    }
  }

  function verdict(state, step, error) {
    const groupsRecomputed = !state.withheld;
    const all = { isRecord: true, holds: false, exitCode: 1, step, where: null, groupsRecomputed, state };
    if (error === null) {
      const message = groupsRecomputed ? "holds" : "holds, groups checked but not recomputed: attributes withheld";
      return { ...all, holds: true, exitCode: 0, message };
    }
    if (error instanceof Difference)
      return { ...all, where: error.message, message: `does not hold: ${step}: ${error.message}` };
    if (error instanceof NotARecord)
      return { ...all, isRecord: false, exitCode: 2, where: error.message, message: `not a record: ${error.message}` };
    return { ...all, exitCode: 2, where: error.message, message: `not verified: ${step}: ${error.message}` };
  }

  /** The verdict on a record, given as text or as bytes; `onProgress` hears what `verification` yields. */
  function verifyRecord(input, onProgress) {
    return run(verification(input), onProgress);
  }

  // The form of the record: exactly these members, nothing else.

  const LARGEST_FILE = 200 * 1000 * 1000;

  function readJson(input) {
    if (input.length > LARGEST_FILE)
      throw new NotARecord("larger than 200 MB");
    return new StrictJson(typeof input === "string" ? input : decodeUtf8(input)).document();
  }

  function readRecord(input) {
    const record = readJson(input);
    demandMembers(record, "the record", {
      format: isText,
      list: isLines,
      digests: isObject,
      commitment: isDigest,
      secret: isDigest,
      entropy: isText,
      seed: isDigest,
      lateCommitment: (value) => value === null || isDigest(value),
      attributes: (value) => value === null || isLines(value),
      result: isLines,
      resultSha256: isDigest,
      late: Array.isArray,
    });
    demandMembers(record.digests, "digests", { sha256: isDigest, sm3: isDigest });
    record.late.forEach((entry, j) => demandMembers(entry, `late joiner ${j + 1}`, {
      row: (value) => isText(value) && ROW.test(value),
      sex: (value) => value === "M" || value === "F",
      specialNeeds: (value) => typeof value === "boolean",
      link: isDigest,
      class: (value) => typeof value === "number",
    }));
    return record;
  }

  const isText = (value) => typeof value === "string";
  const isLines = (value) => Array.isArray(value) && value.every(isText);
  const isDigest = (value) => isText(value) && DIGEST.test(value);
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  function demandMembers(object, what, forms) {
    if (!isObject(object))
      throw new NotARecord(`${what} is not an object`);
    for (const name of Object.keys(object))
      if (!Object.prototype.hasOwnProperty.call(forms, name))
        throw new NotARecord(`${what} has an unknown member`);
    for (const name of Object.keys(forms)) {
      if (!(name in object))
        throw new NotARecord(`${what} has no ${name}`);
      if (!forms[name](object[name]))
        throw new NotARecord(`${what} has a wrong ${name}`);
    }
  }

  function decodeUtf8(bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw new NotARecord("not UTF-8");
    }
  }

  /** JSON.parse would let duplicate members, any depth and any number pass. */
  class StrictJson {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    document() {
      const value = this.value(0);
      this.space();
      if (this.at < this.text.length)
        this.refuse("something follows the record");
      return value;
    }

    refuse(what) {
      throw new NotARecord(`${what} (character ${this.at + 1})`);
    }

    space() {
      while (/[ \t\r\n]/.test(this.text.charAt(this.at)))
        this.at++;
    }

    value(depth) {
      this.space();
      if (depth > MOST_DEPTH)
        this.refuse("too deep");
      switch (this.text[this.at]) {
        case "{": return this.object(depth);
        case "[": return this.array(depth);
        case "\"": return this.string();
        default: return this.plain();
      }
    }

    object(depth) {
      const object = Object.create(null);
      this.each("}", () => {
        this.space();
        if (this.text[this.at] !== "\"")
          this.refuse("not JSON");
        const name = this.string();
        if (name in object)
          this.refuse("a member stands twice");
        this.space();
        if (this.text[this.at++] !== ":")
          this.refuse("not JSON");
        object[name] = this.value(depth + 1);
      });
      return object;
    }

    array(depth) {
      const array = [];
      this.each("]", () => {
        if (array.length === MOST_LINES)
          this.refuse("too many lines");
        array.push(this.value(depth + 1));
      });
      return array;
    }

    /** Reads what stands between brackets, with commas between. */
    each(close, readOne) {
      this.at++;
      this.space();
      if (this.text[this.at] === close) {
        this.at++;
        return;
      }
      for (;;) {
        readOne();
        this.space();
        const mark = this.text[this.at++];
        if (mark === close)
          return;
        if (mark !== ",")
          this.refuse("not JSON");
      }
    }

    string() {
      const start = this.at++;
      let plain = true;
      for (let code; (code = this.text.charCodeAt(this.at)) !== 0x22; this.at++) {
        if (!(code >= 0x20)) // also at the end of the text, where the code is NaN
          this.refuse("a string has no end or a control character");
        plain = plain && code !== 0x5c && code < 0x7f;
        if (code === 0x5c)
          this.at++;
      }
      this.at++;
      return plain ? this.text.slice(start + 1, this.at - 1) : this.unescape(this.text.slice(start, this.at));
    }

    /** No line may hold a line feed, or two arrays of lines would have one canonical form. */
    unescape(token) {
      let text;
      try {
        text = JSON.parse(token);
      } catch (error) {
        this.refuse("a wrong escape");
      }
      if (/[\u0000-\u001f\u007f]/.test(text) || /[\ud800-\udfff]/u.test(text))
        this.refuse("a control character or half a character");
      return text;
    }

    plain() {
      const token = /^(?:null|true|false|-?[0-9][0-9.eE+-]*)/.exec(this.text.slice(this.at, this.at + 32));
      if (token === null)
        this.refuse("not JSON");
      if (/[0-9]/.test(token[0]) && !INTEGER.test(token[0]))
        this.refuse("a number that no record has");
      this.at += token[0].length;
      return JSON.parse(token[0]);
    }
  }

  const MOST_DEPTH = 4;
  const MOST_LINES = 2000000;

  // ── 9. Late joiners ────────────────────────────────────────────────────────────────────────────────────────────

  const CHAIN = 1000;

  function chainHash(link) {
    return sha256(joinBytes(utf8("enrollment-late-chain/1\n"), link));
  }

  function checkLate(list, draw, record) {
    const classes = countClasses(list, draw);
    const rows = new Set(list.pupils.map((pupil) => pupil.row));
    let before = record.lateCommitment;
    demand(record.late.length <= CHAIN, `joiner ${CHAIN + 1}: the chain has no such link`);
    record.late.forEach((joiner, index) => {
      const name = `joiner ${index + 1}`;
      demand(before !== null, `${name}: there is no commitment`);
      demand(hex(chainHash(unhex(joiner.link))) === before, `${name}: link`);
      demand(!rows.has(joiner.row), `${name}: row stands twice`);
      const chosen = chooseLateClass(list, classes, joiner);
      demand(chosen !== null, `${name}: no class has room`);
      demand(joiner.class === chosen + 1, `${name}: class is ${chosen + 1}`);
      seatLate(classes[chosen], joiner);
      rows.add(joiner.row);
      before = joiner.link;
    });
  }

  function countClasses(list, draw) {
    const classes = list.capacities.map((capacity) => ({ capacity, pupils: 0, M: 0, F: 0, needs: 0 }));
    list.pupils.forEach((pupil, i) =>
      seatLate(classes[draw.numbers[draw.groups[i]]], { sex: pupil.boy ? "M" : "F", specialNeeds: pupil.needs }));
    return classes;
  }

  function seatLate(counts, pupil) {
    counts.pupils++;
    counts[pupil.sex]++;
    if (pupil.specialNeeds)
      counts.needs++;
  }

  function chooseLateClass(list, classes, joiner) {
    const withRoom = classes.map((_, c) => c).filter((c) =>
      classes[c].pupils < classes[c].capacity && (!joiner.specialNeeds || classes[c].needs < list.cap));
    const left = fewest(fewest(withRoom, (c) => classes[c][joiner.sex]), (c) => classes[c].pupils);
    if (left.length < 2)
      return left.length === 1 ? left[0] : null;
    const seed = sha256(joinBytes(utf8("enrollment-late/1\n"), unhex(joiner.link), utf8(joiner.row)));
    return left[new Stream(seed, "late").below(left.length)];
  }

  function fewest(classes, count) {
    const least = classes.reduce((low, c) => Math.min(low, count(c)), Infinity);
    return classes.filter((c) => count(c) === least);
  }

  // ── Bytes and digests ──────────────────────────────────────────────────────────────────────────────────────────

  const utf8Encoder = new TextEncoder();

  function utf8(text) {
    return utf8Encoder.encode(text);
  }

  function joinBytes(...parts) {
    const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }

  function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function unhex(text) {
    return Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
  }

  /** Both digests take their input alike: blocks of 64 bytes, 0x80, zeros, the length in bits. */
  function digestWords(bytes, initial, compress) {
    const state = Int32Array.from(initial);
    const whole = bytes.length - (bytes.length % 64);
    for (let at = 0; at < whole; at += 64)
      compress(state, bytes, at);
    const rest = bytes.length - whole;
    const tail = new Uint8Array(rest < 56 ? 64 : 128);
    tail.set(bytes.subarray(whole));
    tail[rest] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(bytes.length / 536870912));
    view.setUint32(tail.length - 4, (bytes.length * 8) % TWO_32);
    for (let at = 0; at < tail.length; at += 64)
      compress(state, tail, at);
    return state;
  }

  function wordsToBytes(words) {
    const bytes = new Uint8Array(words.length * 4);
    const view = new DataView(bytes.buffer);
    words.forEach((word, i) => view.setInt32(4 * i, word));
    return bytes;
  }

  // SHA-256 (FIPS 180-4)

  const SHA256_START = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ];

  const SHA256_K = Int32Array.of(
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2);

  const sha256Schedule = new Int32Array(64);

  function sha256Words(bytes) {
    return digestWords(bytes, SHA256_START, sha256Compress);
  }

  function sha256(bytes) {
    return wordsToBytes(sha256Words(bytes));
  }

  function sha256Compress(state, bytes, start) {
    const w = sha256Schedule;
    for (let t = 0, at = start; t < 16; t++, at += 4)
      w[t] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15];
      const y = w[t - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 64; t++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + SHA256_K[t] + w[t]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0;
      d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d;
    state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }

  // SM3 (GB/T 32905-2016)

  const SM3_START = [
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
  ];

  const sm3Schedule = new Int32Array(68);

  function sm3(bytes) {
    return wordsToBytes(digestWords(bytes, SM3_START, sm3Compress));
  }

  function rotate(word, by) {
    return (word << by) | (word >>> (32 - by));
  }

  function sm3Compress(state, bytes, start) {
    const w = sm3Schedule;
    for (let j = 0, at = start; j < 16; j++, at += 4)
      w[j] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (let j = 16; j < 68; j++) {
      const x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15);
      w[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6];
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let j = 0; j < 64; j++) {
      const early = j < 16;
      const turned = rotate(a, 12);
      const ss1 = rotate((turned + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, j % 32)) | 0, 7);
      const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
      const tt1 = (ff + d + (ss1 ^ turned) + (w[j] ^ w[j + 4])) | 0;
      const tt2 = (gg + h + ss1 + w[j]) | 0;
      d = c; c = rotate(b, 9); b = a; a = tt1;
      h = g; g = rotate(f, 19); f = e; e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
    }
    state[0] ^= a; state[1] ^= b; state[2] ^= c; state[3] ^= d;
    state[4] ^= e; state[5] ^= f; state[6] ^= g; state[7] ^= h;
  }

  // ── Command line ───────────────────────────────────────────────────────────────────────────────────────────────

  const USAGE = "usage: node verify.js [--json] RECORD.json...\n       node verify.js --place LIST.txt SEED [TABLE.txt]";

  function main(args) {
    if (args[0] === "--place" && (args.length === 3 || args.length === 4))
      return placeFile(args[1], args[2], args[3]);
    const asJson = args[0] === "--json";
    const files = asJson ? args.slice(1) : args;
    if (files.length === 0 || files[0].startsWith("--")) {
      console.error(USAGE);
      return 2;
    }
    return files.reduce((worst, file) => Math.max(worst, verifyFile(file, asJson, files.length > 1)), 0);
  }

  function verifyFile(file, asJson, named) {
    const { isRecord, holds, exitCode, message, step, where, groupsRecomputed } = verdictOnFile(file);
    if (asJson)
      console.log(JSON.stringify({ file, isRecord, holds, message, step, where, groupsRecomputed, exitCode }));
    else
      console.log(named ? `${file}: ${message}` : message);
    return exitCode;
  }

  function verdictOnFile(file) {
    return onFile(file, verifyRecord, (error) => verdict({}, null, error));
  }

  function onFile(file, verify, refuse) {
    try {
      return verify(readFile(file));
    } catch (error) {
      return refuse(error);
    }
  }

  function readFile(file) {
    const fs = require("fs");
    try {
      if (fs.statSync(file).size > LARGEST_FILE)
        throw new NotARecord("larger than 200 MB");
      return fs.readFileSync(file);
    } catch (error) {
      throw error instanceof NotARecord ? error : new NotARecord(`cannot be read: ${error.code}`);
    }
  }

  function linesOf(file) {
    const lines = decodeUtf8(readFile(file)).split("\n");
    demand(lines.pop() === "", "the last line has no line feed");
    return lines;
  }

  function tableOf(list, file) {
    demand((list.attributes === null) === (file === undefined), "a list with a search goes with its table");
    if (file === undefined)
      return null;
    const lines = linesOf(file);
    demandDigest(sha256(canonicalBytes(lines)), list.attributes, "digest of the table");
    return lines;
  }

  function placeFile(file, seed, table) {
    try {
      const lines = linesOf(file);
      demand(DIGEST.test(seed), "the seed is not 64 hexadecimal digits");
      const list = readList(lines);
      process.stdout.write(place(list, tableOf(list, table), unhex(seed)).join("\n") + "\n");
      return 0;
    } catch (error) {
      console.error(error.message);
      return 2;
    }
  }

  const api = {
    verifyRecord, verification, place, readList, planGroups, drawGroups, drawNumbers, drawTeams, improve,
    Stream, SearchChance, readTable, featuresOf, scoresOf, sha256, sm3, commitmentOf, isEntropy, seedOf, chainHash, chooseLateClass, countClasses, seatLate,
    canonicalBytes, hex, unhex, run, stepNames: Object.keys(STEPS),
    // what admission.js shares
    Difference, NotARecord, Lines, utf8, joinBytes, readJson, demandMembers, onFile,
  };
  if (typeof module === "object" && module.exports)
    module.exports = api;
  else
    Object.assign(globalThis, { verifyRecord, placementVerifier: api });
  if (typeof require === "function" && typeof module === "object" && require.main === module)
    process.exitCode = main(process.argv.slice(2));
})();
