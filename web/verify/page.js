/* The page around verify.js and admission.js: chooses a record, shows its steps in plain words, and looks up one row. Sends nothing. */
(function () {
  "use strict";

  const { placementVerifier, admissionVerifier } = globalThis;
  const IS_ADMISSION = /"format"\s*:\s*"enrollment-admission-record\//;
  const LARGEST_FILE = 200 * 1000 * 1000;

  const TEXTS = {
    zh: {
      title: "核对分班结果",
      intro: "这里把公布的分班从头重算一遍，看每一步是否与公布的一致。一切都在您的设备上计算，不上传任何内容，断网也能用。",
      choose: "一、选择分班记录文件",
      chooseFile: "选择文件",
      chooseHint: "学校或教育局公布的 .json 文件，也可以拖到本页。",
      steps: "二、逐步核对",
      published: "三、与公告对照",
      publishedHint: "本页只能证明这份记录前后一致。请把下面各项与学校、教育局的公告逐字对照：名单指纹和锁定值与抽签前的公告相同，才说明名单和密数是抽签前就定下的。",
      lookup: "四、查自己孩子的班级",
      rowLabel: "凭证号（16 位数字和字母）",
      rowHint: "凭证号只有您和学校知道是谁的。它不会离开您的设备。",
      find: "查询",
      footer: "想自己写程序核对？算法在“分班抽签记录”说明（docs/placement-record.md）中全部公开；也可以用 node verify.js 运行本页的核对程序。",
      languageLabel: "Switch to English",
      languageName: "English",
      loading: "正在读取……",
      working: "正在核对……",
      notLoaded: "读不到这份记录。请下载文件后在这里选择。",
      voided: (reason) => `本次分班已作废，不再有效。原因：${reason}`,
      foreign: "只能读取本网站上的记录。请下载文件后在这里选择。",
      holds: "成立：每一步重算的结果都与公布的一致。",
      partly: "成立，但分组未重算：成绩等属性表不对外公布，这里只核对了每组的人数、男女、特殊需要、同组和分开的要求。重算由审计人员进行。",
      fails: (step) => `不成立：“${step}”这一步与公布的不一致。`,
      failsHint: "请先确认文件是从公告处下载、没有改动；仍不成立，请把下面这一行告诉学校或教育局。",
      notARecord: "这不是一份分班或入学派位的记录文件。",
      notVerified: "这份记录无法在这里核对。",
      technical: "技术信息",
      state: { waiting: "未核对", begun: "核对中…", passed: "✓ 一致", skipped: "– 略过", failed: "✗ 不一致" },
      attempts: (n) => `已抽 ${n} 次，还没有满足全部要求`,
      epochs: (n, of) => `均衡优化：第 ${n} 轮，共 ${of} 轮`,
      step: {
        format: ["文件格式", "是分班记录，版本认得。"],
        list: ["抽签名单", "格式完整，没有缺行、重复。"],
        sha256: ["名单指纹（SHA-256）", "名单与指纹相符，一个字都没改过。"],
        sm3: ["名单指纹（国密 SM3）", "用国家标准算法再验一次。"],
        commitment: ["教育局的密数", "公开的密数就是抽签前锁定的那一个。"],
        entropy: ["现场公开的随机数", "够长，没有人能事先算好。"],
        seed: ["抽签种子", "由名单、密数和随机数一起算出。"],
        attributes: ["均衡用的属性表", "与名单里登记的指纹相符。"],
        groups: ["分组", "重新抽签，每个孩子所在的组都一样。"],
        numbers: ["各组的班号", "重新抽签，每组得到的班号都一样。"],
        teams: ["各班的教师团队", "重新抽签，每班的团队都一样。"],
        classes: ["每个孩子的班级", "都等于所在组抽到的班号。"],
        result: ["结果指纹", "公布的结果与指纹相符。"],
        late: ["补录的学生", "按规则进入空位最合适的班。"],
      },
      nothing: { attributes: "本次没有属性表。", teams: "本次不抽教师团队。", late: "没有补录的学生。" },
      withheldGroups: "属性表不公布，没有重算，只核对了每组必须满足的要求。",
      withheldTable: "没有公布。",
      digest: { sha256: "名单指纹 SHA-256", sm3: "名单指纹 SM3", commitment: "密数的锁定值", lateCommitment: "补录用密数的锁定值", entropy: "随机数（抽签时当众公布）", result: "结果指纹 SHA-256（抽签后公布）" },
      summary: (run) => `学校 ${run.school}，${run.year} 年，场次 ${run.run}：${run.pupils} 名学生，${run.classes} 个班。`,
      badRow: "凭证号是 16 位，只有数字和字母 a 到 f。请再核对一下。",
      unknownRow: "这份记录里没有这个凭证号。请核对凭证号，以及记录是不是您孩子学校的。",
      inClass: (c) => `${c} 班`,
      line: "名单中的这一行",
      facts: "意思是",
      sex: (boy) => (boy ? "男生" : "女生"),
      needs: (needs) => (needs ? "有特殊需要" : "无特殊需要"),
      together: (n) => `与另外 ${n} 名学生必须同组`,
      apart: (n) => `与 ${n} 名学生必须分开`,
      pin: (c) => `经批准固定在 ${c} 班`,
      join: "；",
      group: "组",
      groupIs: (g, n, boys) => `第 ${g} 组，共 ${n} 人：男生 ${boys} 人，女生 ${n - boys} 人。`,
      number: "班号怎么来的",
      numberPinned: (c) => `这一组里有经批准固定班级的学生，所以不抽签，直接是 ${c} 班。`,
      numberDrawn: (turn, classes, index, c) => `全部 ${turn[1]} 个组中，这一组第 ${turn[0]} 个定班号。当时可抽的班有 ${classes.length} 个：${classes.join("、")} 班。抽到其中第 ${index} 个，即 ${c} 班。`,
      numberLeft: (turn, c) => `全部 ${turn[1]} 个组中，这一组第 ${turn[0]} 个定班号，当时只剩 ${c} 班可用。`,
      team: "教师团队",
      lateIs: "补录",
      lateHow: (j, c) => `第 ${j} 名补录的学生。在有空位的班中，先看同性别学生最少的，再看总人数最少的，仍有几个班就抽签；得到 ${c} 班。`,
    },
    en: {
      title: "Verify a class placement",
      intro: "This page computes the published placement again from the start and compares every step. All of it happens on your device: nothing is sent anywhere, and it works offline.",
      choose: "1. Choose the record",
      chooseFile: "Choose file",
      chooseHint: "The .json file that the school or the bureau published. You can also drop it on this page.",
      steps: "2. Step by step",
      published: "3. Compare with the notices",
      publishedHint: "This page can only show that the record agrees with itself. Compare these with the official notices: only if the digests of the list and the commitments stood in the notice before the draw were list and secret fixed beforehand.",
      lookup: "4. Find your child's class",
      rowLabel: "Row code (16 digits and letters)",
      rowHint: "Only you and the school know whose code it is. It does not leave your device.",
      find: "Find",
      footer: "Want to write a verifier of your own? The whole procedure is public in docs/placement-record.md; the program behind this page also runs with node verify.js.",
      languageLabel: "切换到中文",
      languageName: "中文",
      loading: "Reading…",
      working: "Verifying…",
      notLoaded: "The record could not be read. Please download the file and choose it here.",
      voided: (reason) => `This placement is void and no longer counts. Reason: ${reason}`,
      foreign: "Only a record of this site can be read. Please download the file and choose it here.",
      holds: "It holds: every step computed again agrees with what was published.",
      partly: "It holds, but the groups were not computed again: the table of scores is not public. Sizes, sexes, special needs, and who must be together or apart were checked. Auditors compute the rest.",
      fails: (step) => `It does not hold: “${step}” differs from what was published.`,
      failsHint: "Make sure that the file comes from the official notice and was not changed. If it still does not hold, tell the school or the bureau the line below.",
      notARecord: "This file is not the record of a class placement or an admission round.",
      notVerified: "This record cannot be verified here.",
      technical: "Technical",
      state: { waiting: "Not yet", begun: "Working…", passed: "✓ Agrees", skipped: "– Skipped", failed: "✗ Differs" },
      attempts: (n) => `${n} draws that broke a rule`,
      epochs: (n, of) => `Balancing: round ${n} of ${of}`,
      step: {
        format: ["Format", "A placement record of a known version."],
        list: ["List", "Complete, no line missing or twice."],
        sha256: ["Digest of the list (SHA-256)", "Not one letter of the list was changed."],
        sm3: ["Digest of the list (SM3)", "The same with the national standard."],
        commitment: ["The bureau's secret", "It is the one locked before the draw."],
        entropy: ["Public random number", "Long enough that nobody could prepare for it."],
        seed: ["Seed of the draw", "Made from list, secret, and random number."],
        attributes: ["Table of attributes", "It has the digest that the list names."],
        groups: ["Groups", "Drawn again: every child is in the same group."],
        numbers: ["Class numbers of the groups", "Drawn again: every group has the same number."],
        teams: ["Teacher teams", "Drawn again: every class has the same team."],
        classes: ["Class of every child", "It is the number that the child's group drew."],
        result: ["Digest of the result", "It belongs to the published result."],
        late: ["Late joiners", "Each entered the class that the rule says."],
      },
      nothing: { attributes: "There is no table.", teams: "No teams were drawn.", late: "There are none." },
      withheldGroups: "Not drawn again, as the table is not public: only what every group must be was checked.",
      withheldTable: "It is not public.",
      digest: { sha256: "List, SHA-256", sm3: "List, SM3", commitment: "Commitment to the secret", lateCommitment: "Commitment for late joiners", entropy: "Random number (read out at the draw)", result: "Result, SHA-256 (published after the draw)" },
      summary: (run) => `School ${run.school}, ${run.year}, run ${run.run}: ${run.pupils} pupils, ${run.classes} classes.`,
      badRow: "A row code has 16 characters, digits and letters a to f. Please look again.",
      unknownRow: "This record has no such row code. Check the code, and that the record is of your child's school.",
      inClass: (c) => `Class ${c}`,
      line: "The line in the list",
      facts: "It says",
      sex: (boy) => (boy ? "boy" : "girl"),
      needs: (needs) => (needs ? "special needs" : "no special needs"),
      together: (n) => `must share a group with ${n} other pupil${n === 1 ? "" : "s"}`,
      apart: (n) => `must be apart from ${n} pupil${n === 1 ? "" : "s"}`,
      pin: (c) => `fixed to class ${c} by approval`,
      join: "; ",
      group: "Group",
      groupIs: (g, n, boys) => `Group ${g}, ${n} pupils: ${boys} boys, ${n - boys} girls.`,
      number: "How the class number was drawn",
      numberPinned: (c) => `The group holds a pupil with an approved fixed class, so there was no draw: it is class ${c}.`,
      numberDrawn: (turn, classes, index, c) => `Of all ${turn[1]} groups this one was number ${turn[0]} to get a class. It could draw ${classes.length} classes: ${classes.join(", ")}. The draw took the ${ordinal(index)} of them, class ${c}.`,
      numberLeft: (turn, c) => `Of all ${turn[1]} groups this one was number ${turn[0]} to get a class, and only class ${c} was left for it.`,
      team: "Teacher team",
      lateIs: "Late joiner",
      lateHow: (j, c) => `Late joiner number ${j}. Among the classes with room: those with the fewest pupils of the same sex, of these the fewest pupils, and by lot if several are left. It was class ${c}.`,
    },
  };

  /** What differs when the record is of an admission round. */
  const ADMISSION = {
    zh: {
      title: "核对入学派位结果",
      otherPaper: "注意：纸上二维码写明的是另一个结果，与这份记录的结果指纹不同。请向学校或教育局核实这张纸。",
      intro: "这里把公布的入学派位从头重算一遍，看每一步是否与公布的一致。一切都在您的设备上计算，不上传任何内容，断网也能用。",
      lookup: "四、查自己孩子的学校",
      rowHint: "凭证号只有您和教育局知道是谁的。它不会离开您的设备。",
      footer: "想自己写程序核对？算法在“入学派位记录”说明（docs/admission-record.md）中全部公开；也可以用 node admission.js 运行本页的核对程序。",
      summary: (round) => `${round.year} 年，批次 ${round.round}：${round.children} 名儿童，${round.schools} 所学校。`,
      unknownRow: "这份记录里没有这个凭证号。请核对凭证号，以及记录是不是您孩子那一批次的。",
      step: {
        format: ["文件格式", "是入学派位记录，版本认得。"],
        list: ["派位名单", "格式完整，没有缺行、重复。"],
        faults: ["名单能否派位", "学校、片区、志愿和计划前后不矛盾。"],
        sha256: ["名单指纹（SHA-256）", "名单与指纹相符，一个字都没改过。"],
        sm3: ["名单指纹（国密 SM3）", "用国家标准算法再验一次。"],
        commitment: ["教育局的密数", "公开的密数就是派位前锁定的那一个。"],
        entropy: ["现场公开的随机数", "够长，没有人能事先算好。"],
        seed: ["派位种子", "由名单、密数和随机数一起算出。"],
        result: ["结果的格式", "名单上的每个孩子各有一行。"],
        lots: ["派位号", "重新摇号，每个孩子的号都一样。"],
        places: ["每个孩子的学校", "按公布的顺序重新安排，学校都一样。"],
        cutoffs: ["各校的录取线", "重新计算，人数和最后一名都一样。"],
        invariants: ["安排的底线", "没有超计划，没有人漏下。"],
        resultDigest: ["结果指纹", "公布的结果与指纹相符。"],
      },
      lot: "派位号",
      stageIs: "在哪一步安排",
      school: (code, name) => `${name}（${code}）`,
      noSchool: "这一批次没有派到学校，公办学校的报名仍然有效。",
    },
    en: {
      title: "Verify an admission round",
      otherPaper: "Beware: the code on the paper names another result than this record has. Ask the school or the bureau about the paper.",
      intro: "This page computes the published round again from the start and compares every step. All of it happens on your device: nothing is sent anywhere, and it works offline.",
      lookup: "4. Find your child's school",
      rowHint: "Only you and the bureau know whose code it is. It does not leave your device.",
      footer: "Want to write a verifier of your own? The whole procedure is public in docs/admission-record.md; the program behind this page also runs with node admission.js.",
      summary: (round) => `${round.year}, round ${round.round}: ${round.children} children, ${round.schools} schools.`,
      unknownRow: "This record has no such row code. Check the code, and that the record is of your child's round.",
      step: {
        format: ["Format", "An admission record of a known version."],
        list: ["List", "Complete, no line missing or twice."],
        faults: ["Fit to be drawn from", "Schools, zones, choices and plans agree with each other."],
        sha256: ["Digest of the list (SHA-256)", "Not one letter of the list was changed."],
        sm3: ["Digest of the list (SM3)", "The same with the national standard."],
        commitment: ["The bureau's secret", "It is the one locked before the draw."],
        entropy: ["Public random number", "Long enough that nobody could prepare for it."],
        seed: ["Seed of the draw", "Made from list, secret, and random number."],
        result: ["Form of the result", "One line for each child of the list."],
        lots: ["Lot numbers", "Drawn again: every child has the same number."],
        places: ["School of every child", "Placed again in the published order: the same schools."],
        cutoffs: ["Cut-offs of schools", "Counted again: the same figures and the same last child."],
        invariants: ["What every round must hold", "No school above its plan, nobody left out."],
        resultDigest: ["Digest of the result", "It belongs to the published result."],
      },
      lot: "Lot number",
      stageIs: "Placed in step",
      school: (code, name) => `${name} (${code})`,
      noSchool: "No school in this round; the registration at a public school still stands.",
    },
  };

  function ordinal(n) {
    const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th";
    return `${n}${ending}`;
  }

  let language = "zh";
  let isAdmission = false;
  let shown = { progress: null, verdict: null, notice: null, row: null, voided: null };
  let latest = 0;
  // What a notice of admission says the record's result is; null when nobody came from one.
  let paperResult = null;

  const texts = () => (isAdmission ? { ...TEXTS[language], ...ADMISSION[language] } : TEXTS[language]);
  const verifier = () => (isAdmission ? admissionVerifier : placementVerifier);
  const byId = (id) => document.getElementById(id);

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined)
      made.textContent = text;
    if (className)
      made.className = className;
    return made;
  }

  /** Not replaceChildren: the browsers inside older phones' apps do not know it. */
  function fill(id, ...children) {
    byId(id).textContent = "";
    byId(id).append(...children);
  }

  // ── Choosing ─────────────────────────────────────────────────────────────────────────────────────────────────

  async function openFile(file) {
    byId("chosen").textContent = file.name;
    byId("chosen").hidden = false;
    const turn = begin("loading");
    try {
      // Larger files are refused by their size; an empty stand-in would be refused for another reason.
      const bytes = file.size > LARGEST_FILE ? { length: file.size } : new Uint8Array(await file.arrayBuffer());
      await verify(bytes, turn);
    } catch (error) {
      notice("notLoaded");
    }
  }

  async function openAddress(address) {
    const url = ownAddress(address);
    if (url === null)
      return notice("foreign");
    const turn = begin("loading");
    try {
      const response = await fetch(url, { credentials: "omit", redirect: "error", cache: "no-store" });
      if (!response.ok)
        throw new Error(String(response.status));
      await verify(new Uint8Array(await response.arrayBuffer()), turn);
      await askWhetherVoid(url);
    } catch (error) {
      notice("notLoaded");
    }
  }

  /** Paper stays on the wall: its record may hold, and the placement be void all the same. */
  async function askWhetherVoid(record) {
    const response = await fetch(record.pathname.replace(/\/record$/, ""), { credentials: "omit", redirect: "error", cache: "no-store" });
    const placement = response.ok ? await response.json() : {};
    shown.voided = placement.status === "Voided" ? placement.voidReason || "" : null;
    render();
  }

  /** The address of a record on this site; null for any other, and for all when the page is a file. */
  function ownAddress(address) {
    try {
      const url = new URL(address, location.href);
      return location.protocol !== "file:" && url.origin === location.origin ? url : null;
    } catch (error) {
      return null;
    }
  }

  /** A later choice ends an earlier one that still runs. */
  function begin(key) {
    shown = { progress: {}, verdict: null, notice: key, row: null, voided: null };
    byId("row").value = "";
    render();
    return ++latest;
  }

  function notice(key) {
    shown = { progress: null, verdict: null, notice: key, row: null, voided: null };
    render();
  }

  // ── Verifying ────────────────────────────────────────────────────────────────────────────────────────────────

  const breath = () => new Promise((resolve) => setTimeout(resolve, 0));

  async function verify(input, turn) {
    shown.notice = "working";
    isAdmission = input instanceof Uint8Array && IS_ADMISSION.test(new TextDecoder().decode(input));
    const steps = verifier().verification(input);
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        shown.verdict = value;
        shown.notice = null;
        if (value.step !== null && value.exitCode !== 0)
          shown.progress[value.step] = { state: "failed" };
        return render();
      }
      shown.progress[value.step] = value;
      if (value.state === "begun" || value.state === "working") {
        render();
        await breath();
        if (turn !== latest)
          return undefined;
      }
    }
  }

  // ── Showing ──────────────────────────────────────────────────────────────────────────────────────────────────

  function render() {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = texts().title;
    document.querySelectorAll("[data-text]").forEach((node) => {
      node.textContent = texts()[node.dataset.text];
    });
    byId("language").textContent = texts().languageName;
    byId("language").lang = language === "zh" ? "en" : "zh-CN";
    byId("language").setAttribute("aria-label", texts().languageLabel);
    byId("voided").hidden = shown.voided === null;
    byId("voided").textContent = shown.voided === null ? "" : texts().voided(shown.voided);
    renderVerdict();
    renderSteps();
    renderDigests();
    renderRow();
  }

  function renderVerdict() {
    const { verdict, notice: key } = shown;
    byId("verification").hidden = verdict === null && key === null;
    const lines = verdict === null ? [element("p", key === null ? "" : texts()[key])] : verdictLines(verdict);
    byId("verdict").className = verdict === null ? "" : verdictClass(verdict);
    fill("verdict", ...lines);
  }

  function verdictClass({ holds, groupsRecomputed }) {
    if (!holds)
      return "fails";
    return groupsRecomputed ? "holds" : "partly";
  }

  function verdictLines(verdict) {
    const lines = [element("p", verdictText(verdict))];
    const { list } = verdict.state;
    if (list)
      lines.push(element("p", texts().summary(isAdmission
        ? { ...list, children: list.children.length, schools: list.schools.length }
        : { ...list, pupils: list.pupils.length, classes: list.classCount })));
    if (verdict.isRecord && verdict.exitCode === 1)
      lines.push(element("p", texts().failsHint));
    if (isAdmission && verdict.holds && paperResult !== null && paperResult !== verdict.state.record.resultSha256)
      lines.push(element("p", texts().otherPaper));
    const technical = element("p", `${texts().technical}: `, "note");
    technical.append(element("code", verdict.message));
    return [...lines, technical];
  }

  function verdictText({ isRecord, holds, groupsRecomputed, step, exitCode }) {
    if (holds)
      return groupsRecomputed ? texts().holds : texts().partly;
    if (!isRecord)
      return texts().notARecord;
    return exitCode === 1 ? texts().fails(texts().step[step][0]) : texts().notVerified;
  }

  function renderSteps() {
    const { progress, verdict } = shown;
    const visible = progress !== null && !(verdict !== null && !verdict.isRecord);
    byId("steps").hidden = !visible;
    if (visible)
      fill("steps", ...verifier().stepNames.map((name) => stepItem(name, progress[name] || { state: "waiting" })));
  }

  function stepItem(name, { state, attempts, epochs, of }) {
    const [title, meaning] = texts().step[name];
    const item = element("li", undefined, state);
    const words = element("span", title, "name");
    const working = () => (epochs === undefined ? texts().attempts(attempts) : texts().epochs(epochs, of));
    const about = { working, passed: () => passedText(name, meaning), skipped: () => texts().withheldTable };
    const left = element("span");
    left.append(words, element("span", state in about ? about[state]() : "", "about"));
    item.append(left, element("span", texts().state[state] || texts().state.begun, "state"));
    return item;
  }

  /** What a passed step means; some have nothing to check in this record. */
  function passedText(name, meaning) {
    const { list, record, withheld } = (shown.verdict || { state: {} }).state;
    if (isAdmission || !list || !record)
      return meaning;
    if (name === "groups" && withheld)
      return texts().withheldGroups;
    const absent = { attributes: list.attributes === null, teams: list.teams === null, late: record.late.length === 0 };
    return absent[name] ? texts().nothing[name] : meaning;
  }

  function renderDigests() {
    const { verdict } = shown;
    const visible = verdict !== null && verdict.holds;
    byId("published").hidden = !visible;
    byId("lookup").hidden = !visible;
    if (!visible)
      return;
    const { record } = verdict.state;
    const values = { ...record.digests, commitment: record.commitment, lateCommitment: record.lateCommitment, entropy: record.entropy, result: record.resultSha256 };
    fill("digests", ...definitions(Object.keys(texts().digest)
      .filter((key) => values[key])
      .map((key) => [texts().digest[key], element("code", spaced(values[key]))])));
  }

  /** Groups of eight are easier to compare by eye. */
  function spaced(digest) {
    return digest.replace(/.{8}(?=.)/g, "$& ");
  }

  function definitions(pairs) {
    return pairs.flatMap(([term, content]) => {
      const description = element("dd");
      description.append(content);
      return [element("dt", term), description];
    });
  }

  // ── One row ──────────────────────────────────────────────────────────────────────────────────────────────────

  function renderRow() {
    const { row, verdict } = shown;
    fill("row-answer", ...(row === null || verdict === null ? [] : answerFor(row, verdict.state)));
  }

  /** Full-width letters, capitals, spaces and hyphens are how people type a code from paper. */
  function tidy(code) {
    return code.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
  }

  function answerFor(row, state) {
    if (!/^[0-9a-f]{16}$/.test(row))
      return [element("p", texts().badRow)];
    if (isAdmission)
      return answerForChild(row, state);
    const index = state.list.pupils.findIndex((pupil) => pupil.row === row);
    if (index >= 0)
      return answerForPupil(index, state);
    const late = state.record.late.findIndex((joiner) => joiner.row === row);
    return late >= 0 ? answerForLate(late, state) : [element("p", texts().unknownRow)];
  }

  function answerForChild(ticket, { list, record, expected }) {
    const index = list.children.findIndex((child) => child.ticket === ticket);
    if (index < 0)
      return [element("p", texts().unknownRow)];
    const { lot, place } = expected.children[index];
    const [code, stage] = place.split(" ");
    const school = list.schools.find((one) => one.code === code);
    const answer = element("dl");
    answer.append(...definitions([
      [texts().line, element("code", record.list[record.list.length - list.children.length + index])],
      [texts().lot, String(lot)],
      ...(school === undefined ? [] : [[texts().stageIs, element("code", stage)]]),
    ]));
    return [element("p", school === undefined ? texts().noSchool : texts().school(code, school.name), "class"), answer];
  }

  function answerForPupil(index, { list, plan, draw, record }) {
    const group = draw.groups[index];
    const number = draw.numbers[group];
    const line = record.list[record.list.length - list.pupils.length + index];
    const answer = element("dl");
    answer.append(...definitions([
      [texts().line, element("code", line)],
      [texts().facts, factsOf(index, list, plan)],
      [texts().group, texts().groupIs(group + 1, plan.quotas.sizes[group], plan.quotas.boys[group])],
      [texts().number, numberText(group, draw.choices)],
      ...(draw.teams === null ? [] : [[texts().team, draw.teams[number]]]),
    ]));
    return [element("p", texts().inClass(number + 1), "class"), answer];
  }

  function factsOf(index, list, plan) {
    const pupil = list.pupils[index];
    const block = plan.bound.find(({ pupils }) => pupils.includes(index));
    const others = block ? block.pupils.length - 1 : 0;
    const apart = list.pupils.filter((other) => other !== pupil && other.apart.some((set) => pupil.apart.includes(set))).length;
    return [
      texts().sex(pupil.boy),
      texts().needs(pupil.needs),
      others > 0 ? texts().together(others) : "",
      apart > 0 ? texts().apart(apart) : "",
      pupil.pin !== null ? texts().pin(pupil.pin + 1) : "",
    ].filter((fact) => fact).join(texts().join);
  }

  function numberText(group, choices) {
    const turn = choices.findIndex((choice) => choice.group === group);
    const { pinned, classes, taken } = choices[turn];
    if (pinned)
      return texts().numberPinned(taken + 1);
    return classes.length === 1
      ? texts().numberLeft([turn + 1, choices.length], taken + 1)
      : texts().numberDrawn([turn + 1, choices.length], classes.map((c) => c + 1), classes.indexOf(taken) + 1, taken + 1);
  }

  function answerForLate(late, { record }) {
    const { class: number } = record.late[late];
    const answer = element("dl");
    answer.append(...definitions([[texts().lateIs, texts().lateHow(late + 1, number)]]));
    return [element("p", texts().inClass(number), "class"), answer];
  }

  // ── Wiring ───────────────────────────────────────────────────────────────────────────────────────────────────

  byId("file").addEventListener("change", ({ target }) => {
    if (target.files.length > 0)
      openFile(target.files[0]);
    target.value = ""; // so that the same file, mended, can be chosen again
  });

  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    byId("drop").classList.add("over");
  });

  document.addEventListener("dragleave", () => byId("drop").classList.remove("over"));

  document.addEventListener("drop", (event) => {
    event.preventDefault();
    byId("drop").classList.remove("over");
    if (event.dataTransfer.files.length > 0)
      openFile(event.dataTransfer.files[0]);
  });

  byId("row-form").addEventListener("submit", (event) => {
    event.preventDefault();
    shown.row = tidy(byId("row").value);
    renderRow();
  });

  byId("language").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    render();
  });

  const parameters = new URLSearchParams(location.search);
  paperResult = parameters.get("result");
  if (parameters.get("lang") === "en")
    language = "en";
  render();
  if (parameters.has("record"))
    openAddress(parameters.get("record"));
})();
