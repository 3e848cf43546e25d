#!/usr/bin/env node
// The search as a reader meets it, in Chromium and under the policy of _headers: node tests/machine/search_test.mjs SITE
// SITE must have been indexed (script/index-search). Exits 1 if anything is wrong.
import { resolve } from 'node:path';
import { withBrowser } from '../pages/lib/browser.mjs';
import { serve } from '../pages/lib/server.mjs';

const root = resolve(process.argv[2] ?? 'site');
const problems = [];
const expect = (truth, words) => truth || problems.push(words);

async function ask(page, server, address) {
  await page.goto(server.url + address);
  await page.waitForFunction(() => /\d|nothing|nada/i.test(document.querySelector('.search-status').textContent), null, { timeout: 15000 });
  return page.evaluate(() => ({
    status: document.querySelector('.search-status').textContent,
    titles: [...document.querySelectorAll('.search-results h2 a')].map((link) => link.textContent),
    links: [...document.querySelectorAll('.search-results h2 a')].map((link) => link.href),
    marks: document.querySelectorAll('.search-results mark').length,
    fallback: !document.querySelector('.search-fallback').hidden,
    filters: Object.fromEntries([...document.querySelectorAll('.search-filters select')].map((one) => [one.name, one.options.length])),
  }));
}

async function check(browser, prefix) {
  const isSearch = (path) => /\/(buscar|search)\/|\/pagefind\//.test(path);
  const server = await serve(root, { prefix, isSearch });
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('request', (request) => request.url().startsWith(server.origin) || problems.push(`request to ${request.url()}`));

  const words = await ask(page, server, 'es/buscar/index.html?q=exportacion');
  expect(words.titles.length > 0, `'exportacion' without an accent finds nothing: ${words.status}`);
  expect(words.links.every((link) => link.startsWith(`${server.url}es/`)), `results lead elsewhere: ${words.links}`);
  expect(words.marks > 0, 'no word is marked in the excerpts');
  expect(!words.fallback, 'the way to the index still shows');
  for (const [name, count] of Object.entries(words.filters)) expect(count > 2, `the filter '${name}' offers ${count} choices`);
  const found = await page.goto(words.links[0]);
  expect(found.status() === 200, `the first result is ${found.status()}`);

  const month = await ask(page, server, 'es/buscar/index.html?q=2023-09');
  expect(month.titles.length > 0 && month.titles.length < 5, `the date 2023-09 finds ${month.titles.length}`);
  await page.goto(`${server.url}es/buscar/index.html?q=consortia`);
  await page.waitForSelector('.search-other:not([hidden])', { timeout: 15000 }).catch(() => {});
  const other = { others: await page.$$eval('.search-other:not([hidden]) > p a', (links) => links.map((link) => link.href)) };
  expect(other.others.some((link) => link.includes('/en/search/') && link.endsWith('?q=consortia')), 'the English results are not offered');
  const narrow = await ask(page, server, 'en/search/index.html?q=&year=2015');
  expect(narrow.titles.length === 1, `the year 2015 alone finds ${narrow.titles.length}`);
  const nothing = await ask(page, server, 'en/search/index.html?q=zzzzqqqq');
  expect(nothing.titles.length === 0, 'nonsense finds something');

  await page.goto(server.url + 'es/index.html');
  await page.fill('.site-search input', 'pymes');
  await page.press('.site-search input', 'Enter');
  await page.waitForSelector('.search-results h2 a', { timeout: 15000 });
  expect(/\/es\/buscar\/index\.html\?q=pymes$/.test(page.url()), `the form in the head leads to ${page.url()}`);

  const quiet = await browser.newContext({ javaScriptEnabled: false });
  const plain = await quiet.newPage();
  await plain.goto(server.url + 'en/search/index.html?q=a');
  expect(await plain.isVisible('.search-fallback a'), 'without JavaScript there is no way to the index');
  await quiet.close();
  await context.close();
  await server.close();
}

await withBrowser(async (browser) => {
  await check(browser, '/');
  await check(browser, '/some/prefix/');
});
for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? 'the search works' : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
