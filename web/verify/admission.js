/*
 * Verifies the record of an admission round: docs/admission-record.md, and nothing else, is what this file follows.
 * The parts below carry that page's section numbers. Digests, streams and strict JSON are those of verify.js.
 *
 *   node admission.js RECORD.json...         one verdict a record; exit code 0 holds, 1 does not hold, 2 not a record
 *   node admission.js --json RECORD.json...  the same as JSON, one object a line
 *
 * In a browser, after verify.js: admissionVerifier.verifyRecord(text) or admissionVerifier.verification(text).
 */
(function () {
  "use strict";

  const placement = typeof require === "function" ? require("./verify.js") : globalThis.placementVerifier;
  const { Difference, NotARecord, Lines, Stream, sha256, sm3, canonicalBytes, commitmentOf, isEntropy, hex, unhex, utf8, joinBytes } = placement;

  const FORMAT = "enrollment-admission-record/1";
  const CODE = /^(?!-$)[A-Za-z0-9_-]{1,40}$/;
  const SCHOOL = /^[A-Z]{2}[0-9]{3}$/;
  const ZONE = /^Z[0-9]{4}$/;
  const TICKET = /^[0-9a-f]{16}$/;
  const LARGEST = 1000000;
  const MOST_ORDERS = 32767;
  const KINDS = ["off-plan", "area-school", "zone-choices", "any-choices", "coordinated"];
  const SCOPES = ["public", "district", "public-not-tight", "public-outside-choice-zones", "private", "all", "district-not-tight"];
  const OFF_PLAN = ["preferential", "talent", "disabled", "transfer"];

  // ── 1. The list ────────────────────────────────────────────────────────────────────────────────────────────────

  function readList(lines) {
    const input = new Lines(lines);
    const list = {};
    input.literal("enrollment-admission/1");
    list.round = input.matching("round", CODE);
    list.year = input.integer("year", 1, 9999);
    list.policy = input.matching("policy", CODE);
    list.bundles = input.matching("bundles", /^(?:pre-draw|over-admit)$/);
    list.rest = input.matching("rest", /^(?:nobody|public-registration)$/);
    list.schools = ascending(input, readMany(input, "schools", readSchool), (school) => school.code);
    list.zones = ascending(input, readMany(input, "zones", readZone), (zone) => zone.code);
    list.areas = ascending(input, readMany(input, "areas", (line) => readArea(input, line, list.schools.length)), (area) => area.id);
    list.groups = readMany(input, "groups", readGroup);
    list.stages = readMany(input, "stages", readStage);
    list.children = ascending(input, readMany(input, "children", readChild), (child) => child.ticket);
    input.end();
    return list;
  }

  function readMany(input, keyword, readOne) {
    const count = input.integer(keyword, 0);
    const items = [];
    while (items.length < count)
      items.push(readOne(input.next(), input));
    return items;
  }

  function ascending(input, items, keyOf) {
    input.demand(items.every((item, i) => i === 0 || keyOf(items[i - 1]) < keyOf(item)), "lines do not ascend");
    return items;
  }

  function fields(input, line, count) {
    const words = line.split(" ");
    input.demand(words.length === count && words.every((word) => word !== ""), `not ${count} fields`);
    return words;
  }

  const oneOf = (input, word, words) => {
    input.demand(words.includes(word), `"${word}" is none of ${words.join(", ")}`);
    return word;
  };

  const matched = (input, word, pattern) => {
    input.demand(pattern.test(word), `"${word}" has a wrong form`);
    return word;
  };

  const orNone = (word, read) => (word === "-" ? null : read(word));

  const codes = (input, word, pattern) => (word === "-" ? [] : word.split(",").map((code) => matched(input, code, pattern)));

  function readSchool(line, input) {
    const words = line.split(" ");
    input.demand(words.length > 5, "not a school's line");
    const name = words.slice(5).join(" ");
    input.demand(name.length >= 1 && name.length <= 80 && !/[\u0000-\u001f\u007f-\u009f]/.test(name), "a name has a wrong form");
    return {
      code: matched(input, words[0], SCHOOL),
      authority: oneOf(input, words[1], ["municipal", "district", "private"]),
      plan: input.number(words[2], 0, LARGEST),
      tight: oneOf(input, words[3], ["tight", "-"]) === "tight",
      byDate: oneOf(input, words[4], ["settlement-date", "lot"]) === "settlement-date",
      name,
    };
  }

  function readZone(line, input) {
    const [code, kind, ...schools] = line.split(" ");
    const multi = oneOf(input, kind, ["single", "multi"]) === "multi";
    input.demand(multi ? schools.length > 0 : schools.length === 1, "not as many schools as its kind has");
    return { code: matched(input, code, ZONE), multi, schools: schools.map((school) => matched(input, school, SCHOOL)) };
  }

  function readArea(input, line, schools) {
    const words = fields(input, line, schools + 1);
    return { id: input.number(words[0], 1), walks: words.slice(1).map((word) => orNone(word, (walk) => input.number(walk, 0, LARGEST))) };
  }

  function readGroup(line, input) {
    const [code, ...orders] = line.split(" ");
    input.demand(orders.length > 0, "a group names its sub-orders");
    const isPlain = orders.length === 1 && orders[0] === "-";
    return { code: matched(input, code, CODE), orders: isPlain ? [] : orders.map((order) => order.split(",").map((level) => matched(input, level, CODE))) };
  }

  function readStage(line, input) {
    const [code, kind, groups, entries, scope, rule] = fields(input, line, 6);
    return {
      code: matched(input, code, CODE),
      kind: oneOf(input, kind, KINDS),
      groups: groups.split(",").map((group) => matched(input, group, CODE)),
      entries: oneOf(input, entries, ["on-time", "late", "all"]),
      scope: oneOf(input, scope, SCOPES),
      rule: oneOf(input, rule, ["as-the-school", "lot", "settlement-date"]),
    };
  }

  function readChild(line, input) {
    const [ticket, group, levels, settled, parentSettled, zone, choiceZone, choices, bundle, offPlan, entry, area] = fields(input, line, 12);
    const date = (word) => orNone(word, (text) => {
      input.demand(isDate(text), `"${text}" is no date`);
      return text;
    });
    return {
      ticket: matched(input, ticket, TICKET),
      group: matched(input, group, CODE),
      levels: levels === "-" ? [] : levels.split(",").map((level) => input.number(level, 0)),
      settled: date(settled),
      parentSettled: date(parentSettled),
      zone: orNone(zone, (code) => matched(input, code, ZONE)),
      choiceZone: orNone(choiceZone, (code) => matched(input, code, ZONE)),
      choices: codes(input, choices, SCHOOL),
      bundle: orNone(bundle, (word) => input.number(matched(input, word, /^b[0-9]+$/).slice(1), 0)),
      offPlan: orNone(offPlan, (word) => oneOf(input, word, OFF_PLAN)),
      late: oneOf(input, entry, ["on-time", "late"]) === "late",
      area: input.number(area, 0),
    };
  }

  function isDate(text) {
    const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    if (match === null)
      return false;
    const [year, month, day] = match.slice(1).map(Number);
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
  }

  /** What keeps a list from being drawn: the first fault found, in words; null if there is none. */
  function faultOf(list) {
    return faultOfNames(list) || faultOfChildren(list) || faultOfOffers(list) || faultOfBundles(list) || faultOfPlaces(list);
  }

  const twice = (items) => items.find((item, i) => items.indexOf(item) !== i);

  function faultOfNames(list) {
    const schools = new Set(list.schools.map((school) => school.code));
    const groups = new Set(list.groups.map((group) => group.code));
    const repeated = twice(list.groups.map((group) => group.code)) || twice(list.stages.map((stage) => stage.code));
    if (repeated !== undefined)
      return `${repeated} stands twice`;
    const combinations = list.groups.reduce((sum, { orders }) => sum + orders.reduce((product, order) => product * order.length, 1), 0);
    if (combinations > MOST_ORDERS)
      return "more groups and levels than an order can hold";
    for (const { code, orders } of list.groups)
      if (orders.some((order) => twice(order) !== undefined))
        return `group ${code} has a level twice`;
    for (const zone of list.zones)
      if (zone.schools.some((school) => !schools.has(school)) || twice(zone.schools) !== undefined)
        return `zone ${zone.code} names a school that is not in the list, or one twice`;
    for (const area of list.areas)
      if (area.walks.includes(null))
        return `area ${area.id} lacks a walk`;
    for (const stage of list.stages)
      if (stage.groups.some((group) => !groups.has(group)) || twice(stage.groups) !== undefined)
        return `stage ${stage.code} names a group that is not in the list, or one twice`;
    return null;
  }

  function faultOfChildren(list) {
    const byCode = (items) => new Map(items.map((item) => [item.code, item]));
    const [groups, zones, schools] = [byCode(list.groups), byCode(list.zones), byCode(list.schools)];
    const areas = new Set(list.areas.map((area) => area.id));
    const zoneIs = (code, multi) => code === null || (zones.has(code) && zones.get(code).multi === multi);
    for (const child of list.children) {
      const group = groups.get(child.group);
      if (group === undefined || !areas.has(child.area) || !zoneIs(child.zone, false) || !zoneIs(child.choiceZone, true))
        return `child ${child.ticket} names what is not in the list`;
      if (child.levels.length !== group.orders.length || child.levels.some((level, i) => level >= group.orders[i].length))
        return `child ${child.ticket} has a level that is not in its group`;
      if (child.choices.some((school) => !schools.has(school)) || twice(child.choices) !== undefined)
        return `child ${child.ticket} ranks a school that is not in the list, or one twice`;
    }
    return null;
  }

  function faultOfOffers(list) {
    const offers = new Offers(list);
    for (let t = 0; t < list.stages.length; t++) {
      if (!offers.open[t].includes(true))
        return `stage ${list.stages[t].code} is open at no school`;
      if (t > 0 && list.stages[t].kind === "off-plan" && list.stages[t - 1].kind !== "off-plan")
        return `stage ${list.stages[t].code} comes too late`;
    }
    const needs = new Array(list.schools.length).fill(0);
    for (const child of list.children) {
      const takes = list.stages.map((_, t) => t).filter((t) => offers.takes(t, child));
      if (child.choices.some((school) => !takes.some((t) => offers.offersChoice(t, child, school))))
        return `child ${child.ticket} ranks a school it is not offered`;
      // Off-plan seats are never more than the plan (below), so nothing decides between them.
      if (child.settled === null && child.offPlan === null && takes.some((t) => offers.tried(t, child).some((s) => offers.byDate(t, s))))
        return `child ${child.ticket} has no settlement date`;
      if (child.offPlan !== null && takes.length === 0)
        return `child ${child.ticket} has an off-plan seat and no stage for it`;
      if (child.offPlan !== null)
        for (const s of offers.tried(takes[0], child))
          needs[s]++;
    }
    const over = needs.findIndex((count, s) => count > list.schools[s].plan);
    return over < 0 ? null : `more off-plan seats at ${list.schools[over].code} than it has places`;
  }

  function faultOfBundles(list) {
    const offers = new Offers(list);
    for (const unit of unitsOf(list).filter(({ children }) => children[0].bundle !== null)) {
      const kindOf = (child) => JSON.stringify([child.group, child.levels, child.zone, child.choiceZone, child.choices, child.area, child.late, child.offPlan !== null]);
      if (unit.size < 2 || unit.children.some((child) => kindOf(child) !== kindOf(unit.children[0])))
        return `bundle ${unit.children[0].bundle} is of one child, or of children who differ`;
      const takes = list.stages.map((_, t) => t).filter((t) => offers.takes(t, unit.children[0]));
      const isOpen = (s) => takes.some((t) => (list.stages[t].kind === "coordinated" ? offers.open[t][s] : offers.tried(t, unit.children[0]).includes(s)));
      if (!list.schools.some((school, s) => isOpen(s) && school.plan >= unit.size))
        return `bundle ${unit.children[0].bundle} is larger than every plan open to it`;
    }
    return null;
  }

  function faultOfPlaces(list) {
    if (list.rest !== "nobody")
      return null;
    const offers = new Offers(list);
    const places = list.schools.reduce((sum, school) => sum + (school.authority === "private" ? 0 : school.plan), 0);
    if (list.children.length > places)
      return "more children than places at municipal and district schools";
    const catchesAll = (stage) => stage.kind === "coordinated" && (stage.scope === "public" || stage.scope === "all");
    const lost = list.children.find((child) => child.offPlan === null && !list.stages.some((stage, t) => catchesAll(stage) && offers.takes(t, child)));
    return lost === undefined ? null : `no last stage takes child ${lost.ticket}`;
  }

  // ── 2. The seed ────────────────────────────────────────────────────────────────────────────────────────────────

  function seedOf(listDigest, secret, entropy) {
    return sha256(joinBytes(utf8("enrollment-admission-draw/1\n"), listDigest, secret, utf8(entropy)));
  }

  // ── 3. What a stage offers ─────────────────────────────────────────────────────────────────────────────────────

  class Offers {
    constructor(list) {
      this.list = list;
      this.schoolAt = new Map(list.schools.map((school, s) => [school.code, s]));
      this.zones = new Map(list.zones.map((zone) => [zone.code, zone]));
      this.areas = new Map(list.areas.map((area) => [area.id, area]));
      const inChoiceZones = new Set(list.zones.filter((zone) => zone.multi).flatMap((zone) => zone.schools));
      const isPublic = (school) => school.authority !== "private";
      const scopes = {
        "public": isPublic,
        "district": (school) => school.authority === "district",
        "public-not-tight": (school) => isPublic(school) && !school.tight,
        "public-outside-choice-zones": (school) => isPublic(school) && !inChoiceZones.has(school.code),
        "private": (school) => school.authority === "private",
        "all": () => true,
        "district-not-tight": (school) => school.authority === "district" && !school.tight,
      };
      this.open = list.stages.map((stage) => list.schools.map(scopes[stage.scope]));
    }

    takes(t, child) {
      const { groups, entries, kind } = this.list.stages[t];
      return groups.includes(child.group) && (entries === "all" || (entries === "late") === child.late) && (kind === "off-plan") === (child.offPlan !== null);
    }

    walk(child, s) {
      return this.areas.get(child.area).walks[s];
    }

    /** Schools, open ones only, at which the stage tries the child. */
    tried(t, child) {
      const isOpen = (s) => s !== undefined && this.open[t][s];
      const zoneSchool = child.zone === null ? undefined : this.schoolAt.get(this.zones.get(child.zone).schools[0]);
      const ranked = child.choices.map((code) => this.schoolAt.get(code));
      switch (this.list.stages[t].kind) {
        case "off-plan":
          if (ranked.length > 0)
            return ranked.slice(0, 1).filter(isOpen);
          return isOpen(zoneSchool) ? [zoneSchool] : nearest(this.list.schools.map((_, s) => s).filter(isOpen), (s) => this.walk(child, s));
        case "area-school": return [zoneSchool].filter(isOpen);
        case "zone-choices":
          return child.choiceZone === null ? [] : ranked.filter((s) => isOpen(s) && this.zones.get(child.choiceZone).schools.includes(this.list.schools[s].code));
        case "any-choices": return ranked.filter(isOpen);
        default: return [];
      }
    }

    /** May the child rank the school, as far as this stage goes? */
    offersChoice(t, child, code) {
      const { kind } = this.list.stages[t];
      const isInZone = child.choiceZone !== null && this.zones.get(child.choiceZone).schools.includes(code);
      return this.open[t][this.schoolAt.get(code)] && (kind === "off-plan" || kind === "any-choices" || (kind === "zone-choices" && isInZone));
    }

    byDate(t, s) {
      const { rule } = this.list.stages[t];
      return rule === "settlement-date" || (rule === "as-the-school" && this.list.schools[s].byDate);
    }
  }

  /** The first of those with the shortest walk, alone; nothing of nothing. */
  function nearest(schools, walk) {
    const best = schools.reduce((least, s) => (least === null || walk(s) < walk(least) ? s : least), null);
    return best === null ? [] : [best];
  }

  // ── 4. Lots ────────────────────────────────────────────────────────────────────────────────────────────────────

  function unitsOf(list) {
    const units = [];
    const byBundle = new Map();
    for (const child of list.children) {
      const known = child.bundle === null ? undefined : byBundle.get(child.bundle);
      if (known !== undefined) {
        known.children.push(child);
        known.size++;
        continue;
      }
      const unit = { children: [child], size: 1, lot: 0, place: null };
      units.push(unit);
      if (child.bundle !== null)
        byBundle.set(child.bundle, unit);
    }
    for (const unit of units) {
      unit.first = unit.children[0];
      unit.settled = latest(unit.children.map((child) => child.settled));
      unit.parentSettled = latest(unit.children.map((child) => child.parentSettled));
    }
    return units;
  }

  /** Who has no date comes after all who have. */
  const NEVER = "9999-99-99";
  const latest = (dates) => dates.map((date) => date || NEVER).reduce((last, date) => (date > last ? date : last));

  const range = (count) => Array.from({ length: count }, (_, i) => i);

  function drawLots(units, seed) {
    new Stream(seed, "admission/lots").shuffle(range(units.length)).forEach((unit, i) => {
      units[unit].lot = i + 1;
    });
  }

  // ── 5. Stages ──────────────────────────────────────────────────────────────────────────────────────────────────

  class Round {
    constructor(list, seed) {
      this.list = list;
      this.offers = new Offers(list);
      this.units = unitsOf(list);
      this.left = list.schools.map((school) => school.plan);
      this.cutOffs = [];
      drawLots(this.units, seed);
      this.tieOrder = new Stream(seed, "admission/schools").shuffle(range(list.schools.length));
      list.stages.forEach((stage, t) => (stage.kind === "coordinated" ? this.coordinate(t) : this.admit(t)));
    }

    place(unit, s, t) {
      unit.place = { school: s, stage: t };
      this.left[s] = Math.max(0, this.left[s] - unit.size);
    }

    waiting(t) {
      return this.units.filter((unit) => unit.place === null && this.offers.takes(t, unit.first));
    }

    /** The order of a stage at a school; with s null, of levels and lot alone. */
    compare(t, s) {
      const { groups } = this.list.stages[t];
      const preDraw = this.list.bundles === "pre-draw";
      return (a, b) => {
        const ahead = this.compareTier(groups, a, b) || (s !== null && preDraw ? (b.size > 1) - (a.size > 1) : 0);
        if (ahead !== 0)
          return ahead;
        const byDate = s !== null && this.offers.byDate(t, s) && !(preDraw && a.size > 1);
        return (byDate ? byText(a.settled, b.settled) || byText(a.parentSettled, b.parentSettled) : 0) || a.lot - b.lot;
      };
    }

    compareTier(groups, a, b) {
      const order = groups.indexOf(a.first.group) - groups.indexOf(b.first.group);
      return order || a.first.levels.reduce((sign, level, i) => sign || level - b.first.levels[i], 0);
    }

    admit(t) {
      const began = this.left.slice();
      const tries = this.waiting(t).map((unit) => ({ unit, schools: this.offers.tried(t, unit.first), next: 0 })).filter(({ schools }) => schools.length > 0);
      if (this.list.bundles === "over-admit") {
        this.defer(t, tries);
      } else {
        for (const tier of this.tiers(t, tries))
          this.preDraw(t, tier);
      }
      this.recordCutOffs(t, tries, began);
    }

    tiers(t, tries) {
      const { groups } = this.list.stages[t];
      const sorted = tries.slice().sort((a, b) => this.compareTier(groups, a.unit, b.unit));
      const tiers = [];
      for (const one of sorted) {
        if (tiers.length === 0 || this.compareTier(groups, tiers[tiers.length - 1][0].unit, one.unit) !== 0)
          tiers.push([]);
        tiers[tiers.length - 1].push(one);
      }
      return tiers;
    }

    preDraw(t, tier) {
      for (const one of tier.filter(({ unit }) => unit.size > 1).sort((a, b) => a.unit.lot - b.unit.lot)) {
        while (one.next < one.schools.length && this.left[one.schools[one.next]] < one.unit.size)
          one.next++;
        if (one.next < one.schools.length)
          this.place(one.unit, one.schools[one.next], t);
      }
      this.defer(t, tier.filter(({ unit }) => unit.size === 1));
    }

    /** Each tries its next school; the school holds the front and sends the rest on; until nobody moves. */
    defer(t, tries) {
      const held = this.list.schools.map(() => []);
      let moving = tries;
      while (moving.length > 0) {
        const touched = new Set();
        for (const one of moving.filter(({ next, schools }) => next < schools.length)) {
          held[one.schools[one.next]].push(one);
          touched.add(one.schools[one.next]);
        }
        moving = [];
        for (const s of touched)
          moving.push(...this.sendOn(t, s, held));
      }
      held.forEach((front, s) => front.forEach(({ unit }) => this.place(unit, s, t)));
    }

    sendOn(t, s, held) {
      const order = this.compare(t, s);
      held[s].sort((a, b) => order(a.unit, b.unit));
      let filled = 0;
      let admitted = 0;
      while (admitted < held[s].length && filled < this.left[s])
        filled += held[s][admitted++].unit.size;
      const rest = held[s].splice(admitted);
      rest.forEach((one) => one.next++);
      return rest;
    }

    recordCutOffs(t, tries, began) {
      for (let s = 0; s < began.length; s++) {
        const here = tries.filter(({ schools, next }) => schools.indexOf(s) >= 0 && schools.indexOf(s) <= next);
        if (here.length === 0)
          continue;
        const admitted = here.filter(({ schools, next }) => schools[next] === s).map(({ unit }) => unit).sort(this.compare(t, s));
        const isShort = admitted.length > 0 && admitted.length < here.length;
        const count = (units) => units.reduce((sum, unit) => sum + unit.size, 0);
        this.cutOffs.push([this.list.stages[t].code, this.list.schools[s].code, began[s], count(here.map(({ unit }) => unit)), count(admitted),
          isShort ? admitted[admitted.length - 1].first.ticket : "-"].join(" "));
      }
    }

    coordinate(t) {
      const began = this.left.slice();
      const given = began.map(() => 0);
      const isLater = (unit, later) => later > t && this.offers.takes(later, unit.first) && this.offers.tried(later, unit.first).length > 0;
      const units = this.waiting(t).filter((unit) => !this.list.stages.some((_, later) => isLater(unit, later)));
      for (const group of this.list.stages[t].groups) {
        const ours = units.filter((unit) => unit.first.group === group).sort(this.compare(t, null));
        ours.filter((unit) => unit.size > 1).forEach((unit) => this.sendBundle(t, unit));
        this.sendSingles(t, ours.filter((unit) => unit.size === 1));
      }
      units.filter((unit) => unit.place !== null).forEach((unit) => {
        given[unit.place.school] += unit.size;
      });
      given.forEach((count, s) => {
        if (count > 0)
          this.cutOffs.push([this.list.stages[t].code, this.list.schools[s].code, began[s], count, count, "-"].join(" "));
      });
    }

    sendBundle(t, unit) {
      const openTo = (room) => nearest(this.tieOrder.filter((s) => this.offers.open[t][s] && this.left[s] >= room), (s) => this.offers.walk(unit.first, s));
      const isLast = ["public", "all"].includes(this.list.stages[t].scope);
      const [school] = [...openTo(unit.size), ...(isLast ? openTo(1) : [])];
      if (school !== undefined)
        this.place(unit, school, t);
    }

    sendSingles(t, units) {
      const schools = this.tieOrder.filter((s) => this.offers.open[t][s] && this.left[s] > 0);
      const taking = units.slice(0, schools.reduce((sum, s) => sum + this.left[s], 0));
      const areas = new Map();
      for (const unit of taking)
        areas.set(unit.first.area, [...(areas.get(unit.first.area) || []), unit]);
      const homes = [...areas.values()];
      const walks = homes.map(([unit]) => schools.map((s) => this.offers.walk(unit.first, s)));
      const plan = new Coordination(homes.map((home) => home.length), schools.map((s) => this.left[s]), walks).plan;
      homes.forEach((home, a) => {
        const byWalk = range(schools.length).sort((x, y) => walks[a][x] - walks[a][y] || x - y);
        const seats = byWalk.flatMap((i) => new Array(plan[a][i]).fill(schools[i]));
        home.forEach((unit, i) => this.place(unit, seats[i], t));
      });
    }
  }

  const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  /**
   * The plan of a coordinated stage. Prices of schools rise from 0 as they fill, so that the cheapest chain of moves to a free seat is found
   * over numbers that are never negative; they prove the sum smallest. Rings of moves that cost nothing then favor the first area.
   */
  class Coordination {
    constructor(children, seats, walks) {
      Object.assign(this, { children, walks });
      this.free = seats.slice();
      this.prices = seats.map(() => 0);
      this.plan = children.map(() => seats.map(() => 0));
      this.areasAt = seats.map(() => new Set());
      children.forEach((count, a) => {
        for (let waiting = count; waiting > 0;)
          waiting -= this.seat(a, waiting);
      });
      this.demandProof(seats);
      this.favorFirst();
    }

    move(a, from, to, count) {
      if (from !== null)
        this.change(a, from, -count);
      this.change(a, to, count);
    }

    change(a, s, count) {
      this.plan[a][s] += count;
      this.free[s] -= count;
      this.areasAt[s][this.plan[a][s] > 0 ? "add" : "delete"](a);
    }

    priced(a, s) {
      return this.walks[a][s] + this.prices[s];
    }

    /** Seats as many of the area's waiting children as one chain can. */
    seat(area, waiting) {
      const cost = this.prices.map((_, s) => this.priced(area, s));
      const taker = cost.map(() => area);
      const origin = cost.map(() => null);
      const done = cost.map(() => false);
      let end;
      for (;;) {
        end = cost.reduce((best, c, s) => (!done[s] && (best === null || c < cost[best]) ? s : best), null);
        if (this.free[end] > 0)
          break;
        done[end] = true;
        for (const tenant of this.areasAt[end]) {
          const base = cost[end] - this.priced(tenant, end);
          for (let s = 0; s < cost.length; s++) {
            if (!done[s] && base + this.priced(tenant, s) < cost[s])
              [cost[s], taker[s], origin[s]] = [base + this.priced(tenant, s), tenant, end];
          }
        }
      }
      let count = Math.min(waiting, this.free[end]);
      for (let s = end; origin[s] !== null; s = origin[s])
        count = Math.min(count, this.plan[taker[s]][origin[s]]);
      for (let s = end; s !== null; s = origin[s])
        this.move(taker[s], origin[s], s, count);
      const total = cost[end];
      done.forEach((isDone, s) => {
        if (isDone)
          this.prices[s] += total - cost[s];
      });
      return count;
    }

    /** coordination.md: no walk plus price below what is paid, and only full schools priced. */
    demandProof(seats) {
      const isCheapest = this.children.every((_, a) => {
        const least = Math.min(...seats.map((_, s) => this.priced(a, s)));
        return seats.every((_, s) => this.plan[a][s] === 0 || this.priced(a, s) === least);
      });
      if (!isCheapest || this.prices.some((price, s) => price < 0 || (price > 0 && this.free[s] > 0)))
        throw new Error("the plan is not proven");
    }

    favorFirst() {
      const schools = range(this.free.length);
      const equals = this.children.map((_, a) => {
        const least = Math.min(...schools.map((s) => this.priced(a, s)));
        return schools.filter((s) => this.priced(a, s) === least).sort((x, y) => this.walks[a][x] - this.walks[a][y] || x - y);
      });
      const unpriced = schools.filter((s) => this.prices[s] === 0);
      for (let a = 0; a < this.children.length; a++) {
        equals[a].forEach((wanted, i) => {
          const later = equals[a].slice(i + 1);
          for (;;) {
            const from = new Set(later.filter((s) => this.plan[a][s] > 0));
            if (from.size === 0 || !this.turnRing(a, wanted, from, equals, unpriced))
              return;
          }
        });
      }
    }

    /** Brings children of the area to the school wanted, from one of those it may leave, by moves of later areas and of free seats. */
    turnRing(area, wanted, from, equals, unpriced) {
      const FREE = -1;
      const came = new Map([[wanted, null]]);
      const queue = [wanted];
      const seen = new Set();
      for (let q = 0; q < queue.length; q++) {
        const s = queue[q];
        for (const tenant of [...this.areasAt[s], ...(this.free[s] > 0 ? [FREE] : [])]) {
          if ((tenant !== FREE && tenant <= area) || seen.has(tenant))
            continue;
          seen.add(tenant);
          for (const next of (tenant === FREE ? unpriced : equals[tenant]).filter((school) => !came.has(school))) {
            came.set(next, { tenant, origin: s });
            queue.push(next);
            if (from.has(next)) {
              this.turn(area, wanted, next, came);
              return true;
            }
          }
        }
      }
      return false;
    }

    turn(area, wanted, last, came) {
      const steps = [];
      for (let s = last; came.get(s) !== null; s = came.get(s).origin)
        steps.push({ to: s, ...came.get(s) });
      const room = ({ tenant, origin }) => (tenant < 0 ? this.free[origin] : this.plan[tenant][origin]);
      const count = steps.reduce((least, step) => Math.min(least, room(step)), this.plan[area][last]);
      this.move(area, last, wanted, count);
      for (const { tenant, origin, to } of steps)
        if (tenant >= 0)
          this.move(tenant, origin, to, count);
    }
  }

  // ── 6. The result ──────────────────────────────────────────────────────────────────────────────────────────────

  /** The canonical result of a list and a seed. */
  function admit(list, seed) {
    const round = new Round(list, seed);
    const unitOf = new Map(round.units.flatMap((unit) => unit.children.map((child) => [child.ticket, unit])));
    const placeOf = ({ place }) => (place === null ? "- -" : `${list.schools[place.school].code} ${list.stages[place.stage].code}`);
    return {
      round,
      cutOffs: round.cutOffs,
      children: list.children.map(({ ticket }) => ({ ticket, lot: unitOf.get(ticket).lot, place: placeOf(unitOf.get(ticket)) })),
    };
  }

  function resultLines({ cutOffs, children }) {
    return ["enrollment-admission-result/1", `cutoffs ${cutOffs.length}`, ...cutOffs,
      `children ${children.length}`, ...children.map(({ ticket, lot, place }) => `${ticket} ${lot} ${place}`)];
  }

  const CUT_OFF = /^[A-Za-z0-9_-]{1,40}( [A-Z]{2}[0-9]{3})( (0|[1-9][0-9]{0,8})){3} (-|[0-9a-f]{16})$/;
  const CHILD = /^([0-9a-f]{16}) (0|[1-9][0-9]{0,8}) ((?:-|[A-Z]{2}[0-9]{3}) [^ ]+)$/;

  function readResult(list, lines) {
    const input = new Lines(lines);
    input.literal("enrollment-admission-result/1");
    const cutOffs = readMany(input, "cutoffs", (line) => matched(input, line, CUT_OFF));
    const children = readMany(input, "children", (line) => {
      const match = CHILD.exec(line);
      input.demand(match !== null, "not a child's line");
      return { ticket: match[1], lot: Number(match[2]), place: match[3] };
    });
    input.end();
    demand(children.length === list.children.length && children.every(({ ticket }, i) => ticket === list.children[i].ticket), "not the children of the list");
    return { cutOffs, children };
  }

  // ── 7. The record and its verification ─────────────────────────────────────────────────────────────────────────

  const isText = (value) => typeof value === "string";
  const isLines = (value) => Array.isArray(value) && value.every(isText);
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  function readRecord(input) {
    const record = placement.readJson(input);
    placement.demandMembers(record, "the record", {
      format: isText, list: isLines, digests: isObject, commitment: isText, secret: isText, entropy: isText, seed: isText, result: isLines, resultSha256: isText,
    });
    placement.demandMembers(record.digests, "digests", { sha256: isText, sm3: isText });
    return record;
  }

  function demand(condition, where) {
    if (!condition)
      throw new Difference(where);
  }

  const STEPS = {
    format: ({ record }) => demand(record.format === FORMAT, "not a format this program knows"),
    list: (state) => {
      state.list = readList(state.record.list);
    },
    faults: ({ list }) => {
      const fault = faultOf(list);
      demand(fault === null, fault);
    },
    sha256: (state) => {
      state.digest = sha256(canonicalBytes(state.record.list));
      demand(hex(state.digest) === state.record.digests.sha256, "");
    },
    sm3: ({ record }) => demand(hex(sm3(canonicalBytes(record.list))) === record.digests.sm3, ""),
    commitment: ({ record }) => demand(/^[0-9a-f]{64}$/.test(record.secret) && hex(commitmentOf(unhex(record.secret))) === record.commitment, ""),
    entropy: ({ record }) => demand(isEntropy(record.entropy), ""),
    seed: (state) => {
      state.seed = seedOf(state.digest, unhex(state.record.secret), state.record.entropy);
      demand(hex(state.seed) === state.record.seed, "");
    },
    result: (state) => {
      state.result = readResult(state.list, state.record.result);
    },
    lots: (state) => {
      state.expected = admit(state.list, state.seed);
      differing(state, ({ lot }) => lot);
    },
    places: (state) => differing(state, ({ place }) => place),
    cutoffs: ({ result, expected }) => {
      const at = range(Math.max(result.cutOffs.length, expected.cutOffs.length)).find((i) => result.cutOffs[i] !== expected.cutOffs[i]);
      demand(at === undefined, at === undefined ? "" : (expected.cutOffs[at] || result.cutOffs[at]).split(" ").slice(0, 2).join(" "));
    },
    invariants: ({ list, expected }) => demandInvariants(list, expected.round),
    resultDigest: ({ record, expected }) => {
      demand(record.result.join("\n") === resultLines(expected).join("\n") && hex(sha256(canonicalBytes(record.result))) === record.resultSha256, "");
    },
  };

  /** Steps go by the page's names; the result's form and its digest are both `result`. */
  const nameOf = (step) => (step === "resultDigest" ? "result" : step);

  function differing({ result, expected }, valueOf) {
    const at = result.children.findIndex((child, i) => valueOf(child) !== valueOf(expected.children[i]));
    demand(at < 0, at < 0 ? "" : result.children[at].ticket);
  }

  // ── 8. What every result holds (the rest of the page's list follows from how it was computed here) ────────────────

  function demandInvariants(list, round) {
    const lots = round.units.map((unit) => unit.lot).sort((a, b) => a - b);
    demand(lots.every((lot, i) => lot === i + 1), "lot numbers");
    for (const unit of round.units)
      demand(unit.place !== null || list.rest === "public-registration", unit.first.ticket);
    list.schools.forEach((school, s) => {
      const here = round.units.filter(({ place }) => place !== null && place.school === s);
      const seated = here.reduce((sum, unit) => sum + unit.size, 0);
      const largest = Math.max(1, ...here.map((unit) => unit.size));
      demand(seated < school.plan + largest || seated === 0, school.code);
    });
  }

  /** One step at a time: yields {step, state: "begun" | "passed"}, returns the verdict. */
  function* verification(input) {
    const state = {};
    let step = null;
    try {
      state.record = readRecord(input);
      for (step of Object.keys(STEPS)) {
        yield { step, state: "begun" };
        STEPS[step](state);
        yield { step, state: "passed" };
      }
      return verdict(state, null, null);
    } catch (error) {
      return verdict(state, step, error);
    }
  }

  function verdict(state, step, error) {
    const all = { isRecord: true, holds: false, exitCode: 1, step, where: null, groupsRecomputed: true, state };
    if (error === null)
      return { ...all, holds: true, exitCode: 0, message: "holds" };
    if (error instanceof Difference)
      return { ...all, where: error.message, message: `does not hold: ${nameOf(step)}${error.message === "" ? "" : `: ${error.message}`}` };
    if (error instanceof NotARecord)
      return { ...all, isRecord: false, exitCode: 2, where: error.message, message: `not a record: ${error.message}` };
    return { ...all, exitCode: 2, where: error.message, message: `not verified: ${nameOf(step)}: ${error.message}` };
  }

  function verifyRecord(input) {
    return placement.run(verification(input));
  }

  // ── Command line ───────────────────────────────────────────────────────────────────────────────────────────────

  function main(args) {
    const asJson = args[0] === "--json";
    const files = asJson ? args.slice(1) : args;
    if (files.length === 0 || files[0].startsWith("--")) {
      console.error("usage: node admission.js [--json] RECORD.json...");
      return 2;
    }
    return files.reduce((worst, file) => Math.max(worst, verifyFile(file, asJson, files.length > 1)), 0);
  }

  function verifyFile(file, asJson, named) {
    const { isRecord, holds, exitCode, message, step, where } = placement.onFile(file, verifyRecord, (error) => verdict({}, null, error));
    console.log(asJson ? JSON.stringify({ file, isRecord, holds, message, step: step === null ? null : nameOf(step), where, exitCode }) : named ? `${file}: ${message}` : message);
    return exitCode;
  }

  const api = { verifyRecord, verification, readList, faultOf, admit, resultLines, Coordination, seedOf, stepNames: Object.keys(STEPS), FORMAT };
  if (typeof module === "object" && module.exports)
    module.exports = api;
  else
    Object.assign(globalThis, { admissionVerifier: api });
  if (typeof require === "function" && typeof module === "object" && require.main === module)
    process.exitCode = main(process.argv.slice(2));
})();
