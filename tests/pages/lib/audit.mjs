// One page in the browser, as a phone and a desktop see it, by day and by night: accessibility, overflow, what the
// console says, what is requested from whom, whether anything jumps.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { explanation } from './reviewed.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};

const views = [
  { width: 1280, height: 900, colorScheme: 'light' }, { width: 1280, height: 900, colorScheme: 'dark' },
  { width: 320, height: 640, colorScheme: 'light' }, { width: 320, height: 640, colorScheme: 'dark' },
];

async function runAxe(page) {
  await page.evaluate(axeSource);
  return page.evaluate((how) => globalThis.axe.run(document, how), options);
}

function axeProblems(result, where, review) {
  const problems = [];
  for (const { id, help, nodes } of result.violations) {
    for (const node of nodes) problems.push(`${where}: axe ${id}: ${help}: ${node.html.slice(0, 120)}`);
  }
  for (const { id, nodes } of result.incomplete) {
    for (const node of nodes) {
      const reason = [...node.any, ...node.all, ...node.none].map((check) => check.message).join(' ');
      const known = explanation(id, reason, node);
      if (known) review.set(`${id}: ${known}`, (review.get(`${id}: ${known}`) ?? 0) + 1);
      else problems.push(`${where}: axe needs review: ${id}: ${reason}: ${node.html.slice(0, 120)}`);
    }
  }
  return problems;
}

/** What makes the page wider than the window; regions that scroll by themselves may hold more. */
function findOverflow() {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  const widest = [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
  return [`${wide} px wider than the window: ${widest.join(', ')}`];
}

function jumps() {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => resolve(sum), 30));
  });
}

/** Everything that is wrong with `path`, in each view. `review` counts what was allowed. */
// Of the window. Up to 0.1 counts as good (web.dev/cls); a busy machine draws a page twice with a fraction of a pixel between.
const STEADY = 0.001;

export async function auditPage(browser, server, path, { review = new Map(), isSearch = false } = {}) {
  const problems = [];
  for (const { width, height, colorScheme } of views) {
    const where = `${path} (${width} px, ${colorScheme})`;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    page.on('console', (message) => problems.push(`${where}: console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`${where}: error in a script: ${error.message}`));
    await page.route((url) => url.origin !== server.origin, (route) => {
      problems.push(`${where}: request to another origin: ${route.request().url()}`);
      return route.abort();
    });
    await page.goto(server.url + path, { waitUntil: 'load' });
    problems.push(...axeProblems(await runAxe(page), where, review));
    for (const one of await page.evaluate(findOverflow)) problems.push(`${where}: overflow: ${one}`);
    const shift = await page.evaluate(jumps);
    if (shift > STEADY && !isSearch) problems.push(`${where}: the layout shifts by ${shift}`);
    if (colorScheme === 'light') {
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      if (width > 320) for (const one of await page.evaluate(findOverflow)) problems.push(`${where}, text at 200 %: overflow: ${one}`);
    }
    await context.close();
  }
  return problems;
}

/** Characters per full line in the running text: the mean over paragraphs of five lines or more. */
function charactersPerLine() {
  let characters = 0;
  let lines = 0;
  for (const paragraph of document.querySelectorAll('.text > p')) {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const count = Math.round(paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight));
    if (count < 5) continue;
    characters += paragraph.textContent.length;
    lines += count - 0.5;
  }
  return lines > 0 ? characters / lines : 0;
}

export async function auditMeasure(browser, server, path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(server.url + path);
  const measure = await page.evaluate(charactersPerLine);
  await page.close();
  return measure;
}

/** With forced colours the page must still have an edge around what has the focus. */
export async function auditForcedColours(browser, server, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(server.url + path);
  const problems = [];
  for (let i = 0; i < 6; ++i) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      if (document.activeElement === document.body) return { width: 3, style: 'past the last link' };
      const style = getComputedStyle(document.activeElement);
      return { name: document.activeElement.outerHTML.slice(0, 80), width: parseFloat(style.outlineWidth), style: style.outlineStyle };
    });
    if (outline.style === 'none' || outline.width < 2) problems.push(`${path} (forced colours): no focus ring: ${outline.name}`);
  }
  await context.close();
  return problems;
}
