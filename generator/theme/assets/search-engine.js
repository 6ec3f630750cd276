/* Finds pages for a query in the index that the build has written to search/ (generator/search/): loads only the files
   that hold the query's terms and the pages shown. Words are folded, cut and sounded as generator/german/search_terms.py
   does it; a browser test compares the two. */
(() => {
  "use strict";

  const folder = new URL("../search/", document.currentScript.src);
  const waiting = new Map();
  let version = "", fresh = "";

  // Files of the index

  const load = (name) => {
    if (!waiting.has(name)) {
      const file = {};
      file.content = new Promise((resolve, reject) => {
        file.take = (content, of) => {
          if (name === "head" || of === version) resolve(content); else reject(new Error("a newer index"));
        };
        const script = document.createElement("script");
        script.src = new URL(`${name}.js${name === "head" ? fresh : `?v=${version}`}`, folder).href;
        script.onload = () => { script.remove(); reject(new Error(`${name} is empty`)); };
        script.onerror = () => { script.remove(); waiting.delete(name); reject(new Error(`${name} is missing`)); };
        document.head.append(script);
      });
      waiting.set(name, file);
    }
    return waiting.get(name).content;
  };

  const take = (name, content, of) => waiting.get(name)?.take(content, of);

  /** Does it again from the beginning where the site was published anew meanwhile and files do not fit together. */
  const again = async (work) => {
    try {
      return await work();
    } catch {
      waiting.clear();
      fresh = `?${Date.now()}`;
      return work();
    }
  };

  const ready = async () => {
    const head = await load("head");
    version = head.version;
    head.ignoredWords ??= new Set(head.ignored);
    return head;
  };

  /** The place of the last entry that is not behind `value`. */
  const placeOf = (starts, value) => {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= value) low = middle; else high = middle - 1;
    }
    return low;
  };

  const termsFile = async (number) => {
    const file = await load(`terms-${number}`);
    file.of ??= new Map(file.map((line) => [line[0], line]));
    return file;
  };

  /** The line of a term: itself, then for each page the distance to the page before and the weight. */
  const line = async (head, term) => (await termsFile(placeOf(head.terms, term))).of.get(term);

  /** The lines of the terms that begin like this; very many are of no use. */
  const linesFrom = async (head, start) => {
    const found = [], first = placeOf(head.terms, start);
    for (let number = first; number < head.terms.length && number < first + 2; number += 1) {
      if (number > first && !head.terms[number].startsWith(start)) break;
      for (const each of await termsFile(number)) if (each[0].startsWith(start)) found.push(each);
    }
    return found.slice(0, 200);
  };

  // Words

  const INVISIBLE = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/g;
  const NUMBER = /(?<!\d)\d{1,3}(?:[. \u00a0\u2009\u202f]\d{3})+(?!\d)/g;
  const WORD = /[\p{L}\p{N}]+/gu;
  const ENDINGS = [["isch", 4], ["ung", 3], ["ern", 4], ["em", 4], ["er", 4], ["es", 4], ["en", 3], ["e", 3], ["t", 5]];
  const SOUNDS = [
    [/tsch|dsch|dj/g, "j"], [/sch/g, "sh"], [/gh|kh|ck|q|g|c/g, "k"], [/([dtbzr])h/g, "$1"], [/ph/g, "f"], [/z/g, "s"],
    [/w/g, "v"], [/[ea][iy]|[eyi]/g, "i"], [/ou|oo|[ou]/g, "u"], [/(.)\1+/g, "$1"], [/(.)h$/, "$1"],
  ];

  const plain = (text) => text.replace(INVISIBLE, "").normalize("NFC")
    .replace(NUMBER, (number) => number.replace(/\D/g, ""));

  const fold = (word) => word.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "")
    .replaceAll("ae", "a").replaceAll("oe", "o").replace(/(^|[^aeq])ue/g, "$1u");

  const shorter = (word) => {
    for (const [ending, least] of ENDINGS) {
      if (word.endsWith(ending) && word.length - ending.length >= least) return word.slice(0, -ending.length);
    }
    return word.endsWith("s") && word.length > 4 && !word.endsWith("ss") ? word.slice(0, -1) : "";
  };

  const stem = (folded) => {
    if (folded.length < 4 || !/^\p{L}+$/u.test(folded)) return folded;
    if (folded.length > 6 && folded.startsWith("ge") && folded.endsWith("t")) folded = folded.slice(2, -1);
    for (let next = shorter(folded); next; next = shorter(folded)) folded = next;
    return folded;
  };

  const sound = (folded) => SOUNDS.reduce((word, [pattern, sounded]) => word.replace(pattern, sounded), folded);
  const words = (text) => (plain(text).match(WORD) ?? []).map(fold);

  // What a query asks for: groups of terms, each a Map from term to how near it comes to the reader's word

  const two = (number) => String(number).padStart(2, "0");

  /** The dates of a query as terms, and the query without them. */
  const datesOf = (head, query) => {
    const dates = [], spoken = [];
    const names = head.months.map((name) => (name === "marz" ? "m(?:ä|ae|a)rz" : name));
    const months = names.join("|");
    const take = (day, month, year) => {
      dates.push(`@${year}-${two(month)}${day ? `-${two(day)}` : ""}`);
      spoken.push(`${day ? `${Number(day)}\\.\\s` : ""}${names[month - 1]}\\s${year}`);
      return " ";
    };
    const rest = query
      .replace(/(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g, (_, day, month, year) => take(day, month, year))
      .replace(/(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/g, (_, year, month, day) => take(day, month, year))
      .replace(new RegExp(`(?:(\\d{1,2})\\.?\\s*)?(${months})\\s+(\\d{4})(?!\\d)`, "gi"),
        (_, day, month, year) => take(day, head.months.indexOf(fold(month)) + 1, year));
    return { dates, spoken, rest };
  };

  const weighted = (lines, weight) => lines.map((each) => [each, weight]);

  const sounding = async (head, word) => {
    const found = word.length > 3 && await line(head, `~${sound(word)}`);
    return found ? weighted([found], 1) : [];
  };

  /** A word that stands in the index, as it is or as the beginning of others. */
  const direct = async (head, word) => {
    const exact = await line(head, stem(word));
    const found = exact ? [[exact, 1]] : [];
    if (word.length < 3) return found;
    if (exact) for (const [alike] of await sounding(head, word)) found.push([alike, 0.4]);
    const near = exact ? 0.5 : 0.9;
    for (const each of await linesFrom(head, word)) {
      if (each !== exact) found.push([each, near * word.length / Math.max(each[0].length, word.length)]);
    }
    return found;
  };

  /** A compound that the dossier does not use, as the words it is made of: Parlamentsbeschluss. */
  const taken = async (head, word) => {
    for (let at = 4; word.length >= 8 && at <= word.length - 4; at += 1) {
      const first = await line(head, stem(word.slice(0, at)));
      const second = first && await line(head, stem(word.slice(at)));
      if (second) return [weighted([first], 0.8), weighted([second], 0.8)];
    }
    return [];
  };

  /** Of a word that is spelt otherwise or not yet typed in full, what its beginning gives. */
  const beginning = async (head, word) => {
    for (let length = word.length - 1; length >= Math.max(4, word.length * 0.6); length -= 1) {
      const found = await linesFrom(head, word.slice(0, length));
      if (found.length) return weighted(found, 0.5 * length / word.length);
    }
    return [];
  };

  /** `loose`: the dossier does not know the word; what is like it helps to rank, but no page must have it. */
  const groupsOf = async (head, word) => {
    const found = await direct(head, word);
    if (found.length) return [{ word, found }];
    const parts = await taken(head, word);
    if (parts.length) return parts.map((part) => ({ word, found: part }));
    const alike = await sounding(head, word);
    return [{ word, found: alike.length ? alike : await beginning(head, word), loose: true }];
  };

  // Ranking

  const FEW = 3;

  const sortedKey = (list) => [...new Set(list)].sort().join(" ");

  /** Pages of which the query is a name, each with how surely (1000 and more), or of which it holds a name. */
  const named = async (head, query, groups) => {
    const all = words(query);
    const content = all.filter((word) => !head.ignoredWords.has(word));
    const looked = content.length ? content : all;
    const known = groups.filter((group) => group.word && !group.loose).map((group) => stem(group.word));
    const keys = [
      [`=${all.join(" ")}`, 3000], [`#${sortedKey(looked.map(stem))}`, 2000],
      [`#${sortedKey(known)}`, 1500], [`~${sortedKey(looked.map(sound))}`, 1000],
    ];
    const sure = new Map(), inside = new Map();
    for (const [key, points] of keys) {
      if (points === 1000 && sure.size) break;  // only where no spelling of the dossier's own fits
      for (const [page, weight] of pagesOf(await line(head, key) ?? [])) {
        if (weight > 20) sure.set(page, Math.max(sure.get(page) ?? 0, points));
      }
    }
    // A name of several words within a question
    for (let at = 0; !sure.size && at < content.length - 1; at += 1) {
      for (let end = at + 2; end <= Math.min(content.length, at + 4); end += 1) {
        const part = await line(head, `#${sortedKey(content.slice(at, end).map(stem))}`);
        for (const [page] of pagesOf(part ?? [])) inside.set(page, 60);
      }
    }
    return sure.size ? sure : inside;
  };

  const pagesOf = (found) => {
    const pages = [];
    for (let at = 1, page = 0; at < found.length; at += 2) {
      page += found[at];
      pages.push([page, found[at + 1]]);
    }
    return pages;
  };

  /** Page → the best that any of the group's terms gives it; rare terms say more. */
  const scoresOf = (group, count) => {
    const best = new Map();
    const most = Math.max(...group.map(([found]) => (found.length - 1) / 2));
    const rarity = Math.log(1 + count / (most + 0.5));
    for (const [found, near] of group) {
      for (const [page, weight] of pagesOf(found)) {
        best.set(page, Math.max(best.get(page) ?? 0, near * weight * rarity));
      }
    }
    return { best, rarity };
  };

  const ranked = (head, groups, names) => {
    const asked = groups.filter((group) => group.found.length);
    const all = asked.every((group) => group.loose);
    const scored = asked.map((group) => {
      const { best, rarity } = scoresOf(group.found, head.kindOf.length);
      return { best, rarity: all || !group.loose ? rarity : 0 };
    });
    const whole = scored.reduce((sum, each) => sum + each.rarity, 0);
    const pages = new Map();
    for (const { best, rarity } of scored) {
      for (const [page, score] of best) {
        const sum = pages.get(page) ?? { page, score: 0, share: 0 };
        sum.score += score;
        sum.share += rarity / whole;
        pages.set(page, sum);
      }
    }
    for (const page of names.keys()) if (!pages.has(page)) pages.set(page, { page, score: 0, share: 1 });
    const most = Math.max(0, ...[...pages.values()].map((sum) => sum.share));
    const having = (share) => [...pages.values()].filter((sum) => sum.share >= share * most || names.has(sum.page));
    const nearly = having(0.7);
    return (nearly.length < FEW ? having(0.4) : nearly)
      .map((sum) => ({ page: sum.page, score: sum.score * sum.share ** 2 + (names.get(sum.page) ?? 0) }))
      .sort((one, other) => other.score - one.score || one.page - other.page);
  };

  const find = async (head, query) => {
    const { dates, spoken, rest } = datesOf(head, plain(query));
    const all = words(rest), content = all.filter((word) => !head.ignoredWords.has(word));
    const groups = [];
    for (const date of dates) groups.push({ word: "", found: weighted([await line(head, date)].filter(Boolean), 1) });
    for (const word of new Set(content.length || dates.length ? content : all)) {
      groups.push(...await groupsOf(head, word));
    }
    const names = await named(head, query, groups);
    const terms = new Set(groups.flatMap((group) => [stem(group.word), ...group.found.map(([found]) => found[0])]));
    const hits = ranked(head, groups, names);
    for (const hit of hits) {
      hit.kind = head.kinds[head.kindOf[hit.page]];
      hit.named = (names.get(hit.page) ?? 0) >= 1000;
    }
    const guessed = groups.every((group) => group.loose);
    return { hits, terms, guessed, dates: spoken, words: groups.map((group) => group.word).filter(Boolean) };
  };

  /** The pages for a query, the best first, and the terms by which they were found. */
  const search = (query) => again(async () => {
    const head = await ready();
    const found = await find(head, query);
    const [first] = found.hits;
    if (!first || found.hits.length > FEW || !(first.named || found.guessed)) return found;
    // A spelling that few pages have: what the dossier itself calls it leads to the others
    const other = await find(head, (await page(first.page)).title);
    const known = new Set(found.hits.map((hit) => hit.page));
    for (const term of other.terms) found.terms.add(term);
    found.words.push(...other.words);
    found.hits.push(...other.hits.filter((hit) => !known.has(hit.page)).map((hit) => ({ ...hit, named: false })));
    return found;
  });

  // What results show

  const LENGTH = 190;

  const page = async (number) => {
    const head = await ready();
    const file = placeOf(head.pages, number);
    const [path, title, kind, passages] = (await load(`pages-${file}`))[number - head.pages[file]];
    return { url: new URL(`../${path}`, folder).href, title, kind: head.kinds[kind], passages };
  };

  /** Where the words of a text stand that the query asks for: [from, to, term]. */
  const places = (text, found) => {
    const hit = [];
    const mark = (match, term) => hit.push([match.index, match.index + match[0].length, term]);
    const begin = found.words.filter((each) => each.length > 3).map((each) => each.slice(0, Math.max(4, stem(each).length)));
    for (const date of found.dates) {
      for (const match of text.matchAll(new RegExp(`(?<!\\d)${date}`, "gi"))) mark(match, date);
    }
    for (const match of text.matchAll(/\d{1,3}(?:[. \u00a0\u2009\u202f]\d{3})+(?!\d)|[\p{L}\p{N}\u00ad]+/gu)) {
      const word = fold(plain(match[0]));
      const term = stem(word);
      const inside = begin.find((each) => word.includes(each));
      if (found.terms.has(term) || found.terms.has(`~${sound(word)}`)) mark(match, term);
      else if (inside) mark(match, inside);
    }
    return hit.sort((one, other) => one[0] - other[0]);
  };

  /** Marks beside each other as one. */
  const joined = (text, hit) => hit.reduce((marks, [start, end]) => {
    const last = marks.at(-1);
    if (last && /^[\s-]*$/.test(text.slice(last[1], start))) last[1] = end; else marks.push([start, end]);
    return marks;
  }, []);

  /** The passage that holds most of what was asked for, as pieces of [text, marked], and its anchor. */
  const snippet = (shown, found) => {
    let best = null;
    for (const [anchor, text] of shown.passages) {
      const hit = places(text, found);
      const sentence = /[.!?“]$/.test(text) ? 4 : 0;
      const points = new Set(hit.map((each) => each[2])).size * 10 + Math.min(hit.length, 5) + sentence;
      if (!best || points > best.points) best = { anchor, text, hit, points };
    }
    if (!best) return { anchor: "", pieces: [] };
    const { text, hit } = best;
    let from = Math.max(0, (hit[0]?.[0] ?? 0) - 60);
    if (text.length <= LENGTH + 30) from = 0;
    else if (from) from = text.indexOf(" ", from) + 1;
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), hit[0]?.[1] ?? 0);
    const pieces = from ? [["… ", false]] : [];
    let at = from;
    for (const [start, end] of joined(text, hit)) {
      if (start < at || end > to) continue;
      pieces.push([text.slice(at, start), false], [text.slice(start, end), true]);
      at = end;
    }
    pieces.push([text.slice(at, to) + (to < text.length ? " …" : ""), false]);
    return { anchor: hit.length ? best.anchor : "", pieces };
  };

  /** A result as the header's panel and the results page show it. */
  const result = async (hit, found) => {
    const shown = await page(hit.page);
    const { anchor, pieces } = snippet(shown, found);
    const target = anchor && !hit.named ? `#${encodeURIComponent(anchor)}` : "";
    return { url: shown.url + target, title: shown.title, kind: shown.kind, pieces };
  };

  window.dossierSearch = { take, search, result, warm: ready, terms: { fold, stem, sound } };
})();
