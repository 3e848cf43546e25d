#!/usr/bin/env node
// Tests the generated pages as readers meet them: node tests/pages/run.mjs SITE [--only STEP[,STEP]] [--keep DIR]
// Needs what script/bootstrap --test installs, and `npm ci`. Prints the time of each step; exits 1 if anything is wrong.
//   --only   validator, links, weight, browser, disk, print, faults
//   --keep   leaves the printed PDFs in DIR
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { auditForcedColours, auditMeasure, auditPage } from './lib/audit.mjs';
import { withBrowser } from './lib/browser.mjs';
import { checkFromDisk } from './lib/disk.mjs';
import { checkFaults } from './lib/faults.mjs';
import { checkAlternates, checkLinks } from './lib/links.mjs';
import { checkPrint } from './lib/print.mjs';
import { serve } from './lib/server.mjs';
import { examples, readSite } from './lib/site.mjs';
import { validate } from './lib/validate.mjs';
import { checkWeight } from './lib/weight.mjs';

const mostShown = 40;
const atOnce = 2; // pages open at the same time
const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const only = option('--only')?.split(',');
const keep = option('--keep');
const root = resolve(args.find((one, i) => !one.startsWith('--') && !args[i - 1]?.startsWith('--')) ?? 'site');

const site = readSite(root);
const shown = examples(site);
const bulletins = site.pages.filter((page) => page.kind === 'bulletin').map((page) => page.path);
// Without Pagefind the page of the search says so, and where the index is; the browser notes that it looked.
const hasIndex = site.files.has('pagefind/pagefind.js');
const isMissingIndex = /console: (search: Failed to fetch|Failed to load resource.*404)/;
const searchPages = site.pages.filter((page) => page.kind === 'search').flatMap((page) => [`/${page.path}`, `/${page.path.replace(/index\.html$/, '')}`]);
const isSearch = (path) => searchPages.includes(path) || path.startsWith('/pagefind/');
let failed = 0;

const report = (line) => console.log(`   ${line}`);

async function step(name, title, check) {
  if (only && !only.includes(name)) return;
  const start = Date.now();
  let problems;
  try {
    problems = await check();
  } catch (error) {
    problems = [`the check broke off: ${error.stack}`];
  }
  for (const problem of problems.slice(0, mostShown)) console.log(`   ${problem}`);
  if (problems.length > mostShown) console.log(`   … and ${problems.length - mostShown} more`);
  if (problems.length > 0) failed += 1;
  console.log(`-- ${title}: ${problems.length === 0 ? 'passed' : `FAILED, ${problems.length} problems`} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

async function auditAll(browser, server) {
  const problems = [];
  const review = new Map();
  const waiting = shown.filter((page) => page.path !== '404.html');
  const worker = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      const found = await auditPage(browser, server, page.path, { review, isSearch: page.kind === 'search' });
      problems.push(...found.filter((one) => hasIndex || !isMissingIndex.test(one)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  problems.sort();
  problems.push(...await auditPage(browser, server, 'nowhere/at/all/', { review }).then((found) => found.filter((one) => !/console: Failed to load resource.*404/.test(one))));
  for (const [what, count] of review) report(`reviewed ${count} times: ${what}`);
  for (const path of bulletins) {
    const measure = await auditMeasure(browser, server, path);
    if (measure > 0 && (measure < 60 || measure > 75)) problems.push(`${path}: ${measure.toFixed(1)} characters per line, not 60 to 75`);
  }
  for (const page of shown.filter((one) => one.kind !== 'not-found')) problems.push(...await auditForcedColours(browser, server, page.path));
  report(`${shown.length} pages, each at 1280 and 320 px, light and dark, under the strict policy`);
  return problems;
}

if (site.pages.length === 0) {
  console.error(`no pages in ${root}`);
  process.exit(2);
}
if (keep) mkdirSync(keep, { recursive: true });
await step('validator', 'Nu validator', () => validate(site));
await step('links', 'links, anchors, alternates', () => [...checkLinks(site), ...checkAlternates(site)]);
await step('weight', 'weight, scripts', () => checkWeight(site, report));
const needsBrowser = ['browser', 'disk', 'print', 'faults'].some((one) => !only || only.includes(one));
if (needsBrowser) {
  await withBrowser(async (browser) => {
    const server = await serve(root, { isSearch });
    await step('browser', 'accessibility, overflow, policy', () => auditAll(browser, server));
    await step('disk', 'from a disk', () => checkFromDisk(browser, site));
    await step('print', 'print, A4 and Letter', () => checkPrint(browser, server, bulletins, keep));
    await step('faults', 'planted faults are found', () => checkFaults(browser, site, bulletins.filter((path) => path.startsWith('es/')).sort((a, b) => site.size(a) - site.size(b))[0], report));
    await server.close();
  });
}
console.log(failed === 0 ? `pages: all passed (${site.pages.length} pages)` : `pages: ${failed} steps failed`);
process.exit(failed === 0 ? 0 : 1);
