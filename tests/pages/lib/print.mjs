// The bulletins on paper, A4 and Letter: what a page of a PDF must and must not show. Reads them with poppler.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const formats = { A4: [595.28, 841.89], Letter: [612, 792] }; // points
const leastMargin = 40; // points left and right of any word
const tolerance = 2;

const run = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout ?? '';
const squeezed = (text) => text.replace(/\s+/g, ' ').trim();
const isFoot = (line, number) => line.replace(/ /g, '').endsWith(number);

/** Prints one page; the path of the PDF. */
export async function printPage(browser, url, file, format) {
  const page = await browser.newPage();
  await page.goto(url);
  const facts = await page.evaluate(() => ({
    headings: [...document.querySelectorAll('main :is(h1, h2, h3, h4), main caption')]
      .filter((one) => one.offsetParent !== null || one.tagName === 'CAPTION').map((one) => one.innerText),
    tables: [...document.querySelectorAll('main table')].map((table) => [...table.querySelectorAll('thead th')].map((cell) => cell.innerText)),
    title: document.querySelector('h1').innerText,
    address: document.querySelector('link[rel=canonical]').href,
  }));
  await page.pdf({ path: file, format, printBackground: true });
  await page.close();
  return facts;
}

/** Lines of each page without the running foot. */
function pagesOf(file) {
  return run('pdftotext', '-layout', '-enc', 'UTF-8', file, '-').split('\f').slice(0, -1)
    .map((page) => page.split('\n').map(squeezed).filter((line) => line !== ''));
}

function wordsBeyondMargins(file, [width]) {
  const beyond = [];
  for (const [, left, right, word] of run('pdftotext', '-bbox', file, '-').matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">([^<]*)</g)) {
    if (Number(left) < leastMargin || Number(right) > width - leastMargin) beyond.push(word);
  }
  return beyond;
}

/** A header of a table on the first page that shows it, but not on those where the table goes on. */
function pagesWithoutHeader(pages, header) {
  const shows = (lines) => lines.some((line) => header.every((cell) => squeezed(line).includes(cell)));
  const first = pages.findIndex(shows);
  const last = pages.length - 1 - [...pages].reverse().findIndex(shows);
  if (first < 0) return ['its header is nowhere'];
  return pages.slice(first, last + 1).flatMap((lines, i) => (shows(lines) ? [] : [`page ${first + i + 1} does not repeat its header`]));
}

export function checkPdf(file, format, facts, where) {
  const problems = [];
  const info = run('pdfinfo', file);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
  const [expectedWidth, expectedHeight] = formats[format];
  if (Math.abs(width - expectedWidth) > tolerance || Math.abs(height - expectedHeight) > tolerance) problems.push(`${where}: the paper is ${width} x ${height}`);
  const pages = pagesOf(file);
  const first = squeezed(pages[0].join(' '));
  if (!first.includes(squeezed(facts.title))) problems.push(`${where}: the title is not on page 1`);
  if (!first.replace(/ /g, '').includes(facts.address)) problems.push(`${where}: the address is not on page 1`);
  pages.forEach((lines, i) => {
    const number = `${i + 1}/${pages.length}`;
    if (!lines.some((line) => isFoot(line, number))) problems.push(`${where}: page ${i + 1} has no page number`);
    const body = lines.filter((line) => !isFoot(line, number));
    // A heading may take several lines; words that only end like one are no heading.
    const ends = [1, 2, 3, 4].map((lines) => squeezed(body.slice(-lines).join(' ')));
    const stranded = facts.headings.map(squeezed).find((heading) => ends.includes(heading));
    if (stranded && i + 1 < pages.length) problems.push(`${where}: page ${i + 1} ends with a heading: ${stranded}`);
  });
  for (const header of facts.tables) {
    for (const problem of pagesWithoutHeader(pages, header.map(squeezed))) problems.push(`${where}: table ${header.join(' | ')}: ${problem}`);
  }
  const beyond = wordsBeyondMargins(file, formats[format]);
  if (beyond.length > 0) problems.push(`${where}: cut at the side: ${beyond.slice(0, 5).join(' ')}`);
  return problems;
}

/** Prints every bulletin in both formats. The PDFs stay in `keep`, if given, to be looked at. */
export async function checkPrint(browser, server, paths, keep) {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'gaceta-print-'));
  const problems = [];
  for (const path of paths) {
    for (const format of Object.keys(formats)) {
      const file = join(folder, `${path.replace(/\/index\.html$/, '').replaceAll('/', '-')}-${format}.pdf`);
      const facts = await printPage(browser, server.url + path, file, format);
      problems.push(...checkPdf(file, format, facts, `${path} (${format})`));
    }
  }
  if (!keep) rmSync(folder, { recursive: true, force: true });
  return problems;
}
