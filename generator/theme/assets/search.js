/* The search form in the head of each page: the first results beneath it as one types. The index and search-engine.js
   are loaded when the field is first used. Without this script the form leads to the page of results. */
(() => {
  "use strict";

  const engineAddress = new URL("search-engine.js", document.currentScript.src);
  const SHOWN = 6;
  let loading = null;

  const engine = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = engineAddress.href;
      script.onload = () => resolve(window.dossierSearch);
      script.onerror = () => { loading = null; reject(new Error("search-engine.js is missing")); };
      document.head.append(script);
    });
    return loading;
  };

  /** A result as a list item: title as a link, kind, the passage with the words marked. */
  const item = (result) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = result.url;
    link.textContent = result.title;
    const kind = document.createElement("span");
    kind.className = "badge";
    kind.textContent = result.kind;
    const text = document.createElement("p");
    for (const [words, marked] of result.pieces) {
      const piece = marked ? document.createElement("mark") : document.createTextNode(words);
      if (marked) piece.textContent = words;
      text.append(piece);
    }
    entry.append(link);
    if (result.kind) entry.append(" ", kind);
    entry.append(text);
    return entry;
  };

  const counted = (words, number) =>
    number ? (number === 1 ? words.one : words.many.replace("{number}", number.toLocaleString("de"))) : words.nothing;

  window.dossierSearchForm = { engine, item, counted };

  const form = document.querySelector("form.search");
  if (!form) return;
  const field = form.elements.q;
  const panel = document.createElement("div");
  const count = document.createElement("p");
  const told = document.createElement("p"); // never hidden: words that appear with their element are not read out
  const list = document.createElement("ol");
  panel.className = "search-panel";
  panel.hidden = true;
  count.className = "search-count";
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  list.className = "search-results";
  panel.append(list, count);
  form.append(panel, told);

  let asked = 0, timer = 0, last = "";

  const close = () => { panel.hidden = true; asked += 1; };

  const show = async () => {
    const query = field.value.trim();
    if (!query) { close(); last = ""; return; }
    if (query === last && list.children.length) { panel.hidden = false; return; }
    const turn = (asked += 1);
    try {
      const search = await engine();
      const found = await search.search(query);
      const results = await Promise.all(found.hits.slice(0, SHOWN).map((hit) => search.result(hit, found)));
      if (turn !== asked) return;
      last = query;
      list.replaceChildren(...results.map(item));
      const words = counted(form.dataset, found.hits.length);
      const all = document.createElement("a");
      all.href = `${form.getAttribute("action")}?q=${encodeURIComponent(query)}`;
      all.textContent = words;
      count.replaceChildren(found.hits.length ? all : words);
      told.textContent = words;
    } catch {
      if (turn !== asked) return;
      list.replaceChildren();
      count.textContent = told.textContent = form.dataset.failed;
    }
    panel.hidden = false;
  };

  field.addEventListener("focus", () => {
    engine().then((search) => search.warm()).catch(() => {});
    if (field.value) show();
  });
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 120); });
  form.addEventListener("submit", (event) => { if (!field.value.trim()) event.preventDefault(); });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
  panel.addEventListener("mousedown", (event) => { if (!event.target.closest("a")) event.preventDefault(); });

  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      field.focus();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !panel.hidden) {
      const stops = [field, ...list.querySelectorAll("a"), ...count.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      event.preventDefault();
      stops[(at + (event.key === "ArrowDown" ? 1 : -1) + stops.length) % stops.length].focus();
    }
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = [field, document.querySelector(".search-form input"), document.querySelector(".search-link")]
      .find((element) => element?.getClientRects().length);
    if (target) { event.preventDefault(); target.focus(); }
  });
})();
