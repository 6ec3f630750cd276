/* What a reader loads for one query: runs the site's own search engine over its index and counts.

     node query_bytes.js SITE QUERY ...

   A new reader each time, with nothing in the cache; the first results are shown as beneath the search field. */
"use strict";

const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm"), zlib = require("node:zlib");
const { fileURLToPath, pathToFileURL } = require("node:url");

const SHOWN = 6;
const [site, ...queries] = process.argv.slice(2);
const assets = path.join(path.resolve(site), "assets");

const asked = async (query) => {
  const loaded = [];
  const append = (script) => setImmediate(() => {
    const text = fs.readFileSync(fileURLToPath(script.src.split("?")[0]));
    loaded.push(text);
    vm.runInContext(text.toString(), world);
    script.onload();
  });
  const engine = path.join(assets, "search-engine.js");
  const document = {
    currentScript: { src: pathToFileURL(engine).href }, createElement: () => ({ remove() {} }), head: { append },
  };
  const world = vm.createContext({ document, URL, console });
  world.window = world;
  vm.runInContext(fs.readFileSync(engine, "utf8"), world);
  const found = await world.dossierSearch.search(query);
  await Promise.all(found.hits.slice(0, SHOWN).map((hit) => world.dossierSearch.result(hit, found)));
  const sum = (size) => loaded.reduce((bytes, text) => bytes + size(text), 0);
  return {
    query, hits: found.hits.length, files: loaded.length,
    bytes: sum((text) => text.length), packed: sum((text) => zlib.gzipSync(text).length),
  };
};

(async () => {
  const told = [];
  for (const query of queries) told.push(await asked(query));
  console.log(JSON.stringify(told));
})();
