// node lighthouse.js CHROMIUM ARGUMENTS URL…: prints for each address its scores (0–100) and the audits that it fails.
// ARGUMENTS are a JSON list. The device is Lighthouse's own default, a phone on a slow line.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, flags, ...urls] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...JSON.parse(flags)] });
const reports = {};
try {
  for (const url of urls) {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "silent" });
    const scores = {}, failed = {};
    for (const [name, category] of Object.entries(lhr.categories)) {
      scores[name] = Math.round(category.score * 100);
      failed[name] = category.auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${id}: ${lhr.audits[id].title}: ${JSON.stringify(lhr.audits[id].details?.items ?? []).slice(0, 600)}`);
    }
    reports[url] = { scores, failed, error: lhr.runtimeError?.message ?? "" };
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(reports));
