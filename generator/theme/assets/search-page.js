/* The page of results: reads ?q= and ?kind=, keeps them in step with the form, shows results ten at a time. */
(() => {
  "use strict";

  const { engine, item, counted } = window.dossierSearchForm;
  const form = document.querySelector(".search-form");
  const field = form.elements.q;
  const found = document.querySelector(".search-found");
  const count = found.querySelector(".search-count");
  const kinds = found.querySelector(".search-kinds");
  const list = found.querySelector(".search-results");
  const more = found.querySelector(".search-more");
  const ways = document.querySelector(".search-ways");
  const STEP = 10;

  let turn = 0, timer = 0, answer = null, hits = [], shown = 0, kind = "";

  const state = () => new URLSearchParams(location.search);

  const remember = (push) => {
    const parameters = new URLSearchParams();
    if (field.value.trim()) parameters.set("q", field.value.trim());
    if (kind) parameters.set("kind", kind);
    const query = parameters.size ? `?${parameters}` : location.pathname;
    if (push && location.search !== query) history.pushState(null, "", query);
    else history.replaceState(null, "", query);
  };

  const append = async (focus) => {
    const now = turn;
    const search = await engine();
    const next = await Promise.all(hits.slice(shown, shown + STEP).map((hit) => search.result(hit, answer)));
    if (now !== turn) return;
    const entries = next.map(item);
    shown += entries.length;
    list.append(...entries);
    more.hidden = shown >= hits.length;
    if (focus) entries[0]?.querySelector("a").focus();
  };

  const choose = (value) => {
    kind = value;
    hits = answer.hits.filter((hit) => !kind || hit.kind === kind || (kind === "-" && !hit.kind));
    shown = 0;
    list.replaceChildren();
    for (const button of kinds.children) button.setAttribute("aria-pressed", String(button.value === kind));
    count.textContent = counted(form.dataset, hits.length);
    return append(false);
  };

  const offerKinds = () => {
    const numbers = new Map();
    for (const hit of answer.hits) numbers.set(hit.kind || "-", (numbers.get(hit.kind || "-") ?? 0) + 1);
    if (!numbers.has(kind)) kind = "";
    const button = (value, words) => {
      const element = document.createElement("button");
      element.type = "button";
      element.value = value;
      element.textContent = words;
      element.addEventListener("click", () => { turn += 1; choose(value); remember(false); });
      return element;
    };
    const sorted = [...numbers].sort((one, other) => other[1] - one[1]);
    const all = form.dataset.all.replace("{number}", answer.hits.length.toLocaleString("de"));
    const each = sorted.map(([name, number]) => button(name, `${name === "-" ? form.dataset.other : name} ${number}`));
    kinds.replaceChildren(...(sorted.length > 1 ? [button("", all), ...each] : []));
  };

  const show = async () => {
    const now = (turn += 1), query = field.value.trim();
    if (!query) { found.hidden = true; ways.hidden = false; return; }
    try {
      const answered = await (await engine()).search(query);
      if (now !== turn) return;
      answer = answered;
      offerKinds();
      found.hidden = false;
      ways.hidden = answer.hits.length > 0;
      await choose(kind);
    } catch {
      if (now !== turn) return;
      kinds.replaceChildren();
      list.replaceChildren();
      more.hidden = true;
      found.hidden = ways.hidden = false;
      count.textContent = form.dataset.failed;
    }
  };

  const read = () => {
    field.value = state().get("q") ?? "";
    kind = state().get("kind") ?? "";
    return show();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); remember(true); show(); });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { remember(false); show(); }, 200);
  });
  more.addEventListener("click", () => append(true));
  window.addEventListener("popstate", read);
  read();
  if (!field.value) field.focus();
})();
