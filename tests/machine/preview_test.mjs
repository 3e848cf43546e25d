#!/usr/bin/env node
// `gaceta serve` in Chromium: node tests/machine/preview_test.mjs GACETA
// An open page loads itself anew after a change and stays where it was, shows a mistake and forgets it, finds a server
// that was started again, and does all that under a policy of its own. Waits for what must come. Exits 1 if anything is wrong.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { withBrowser } from '../pages/lib/browser.mjs';

const gaceta = resolve(process.argv[2] ?? 'build/release/generator/gaceta');
const timeout = 60000;
const problems = [];
const servers = [];
const expect = (truth, words) => truth || problems.push(words);

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function writeSite(root) {
  write(join(root, 'content/site.yaml'), `title: {es: Sitio, en: Site}
base_url: https://example.org/p/
languages: {es: {locale: es-MX}, en: {locale: en-US}}
series: {uno: {name: {es: Serie uno, en: Series one}, slug: {es: serie-uno, en: series-one}}}
`);
  const folder = join(root, 'content/uno/largo');
  write(join(folder, 'bulletin.yaml'), 'date: 2020-01-02\n');
  for (const language of ['es', 'en']) {
    write(join(folder, `${language}.md`), `---\ntitle: Largo\nsummary: Largo.\nslug: largo\n---\n\n${'Un párrafo.\n\n'.repeat(200)}`);
  }
  return join(folder, 'es.md');
}

/** A running server: its address, and how to end it. */
async function serve(root, port) {
  const server = spawn(gaceta, ['serve', root, '--port', String(port)], { env: { ...process.env, LC_ALL: 'es_MX.UTF-8' } });
  servers.push(server);
  let said = '';
  const ended = new Promise((done) => server.on('exit', done));
  const address = await new Promise((found, failed) => {
    server.stdout.on('data', (data) => {
      said += data;
      const match = said.match(/^(http:\S+)  \(/m);
      if (match) found(match[1]);
    });
    server.stderr.on('data', (data) => { said += data; });
    ended.then((status) => failed(new Error(`serve ended with ${status}: ${said}`)));
  });
  return { address, end: () => (server.kill('SIGTERM'), ended) };
}

const shows = (page, text) => page.waitForFunction((wanted) => document.body.textContent.includes(wanted), text, { timeout });
const overlay = (page) => page.locator('#gaceta-problems .overlay');

async function checkLife(browser, root, text) {
  let server = await serve(root, 0);
  const address = `${server.address}es/serie-uno/largo/`;
  const port = new URL(address).port;
  const page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('request', (request) => request.url().startsWith(new URL(address).origin) || problems.push(`request to ${request.url()}`));
  await page.goto(address);
  await page.evaluate(() => scrollTo(0, 1500));
  const before = readFileSync(text, 'utf8');

  appendFileSync(text, '\nUna línea nueva.\n');
  await shows(page, 'Una línea nueva.');
  await page.waitForFunction(() => Math.abs(scrollY - 1500) < 5, null, { timeout })
    .catch(async () => problems.push(`after loading anew the page is at ${await page.evaluate(() => scrollY)}, not at 1500`));

  appendFileSync(text, '\nRota: <ref:nadie>.\n');
  await overlay(page).waitFor({ timeout });
  const shown = await overlay(page).textContent();
  expect(shown.includes('content/uno/largo/es.md:') && shown.includes('ningún boletín o documento se llama «nadie»'), `the overlay says: ${shown}`);
  const look = await overlay(page).evaluate((inside) => (
    { position: getComputedStyle(inside).position, height: inside.getBoundingClientRect().height, lang: inside.getRootNode().host.lang }));
  expect(look.position === 'fixed' && look.height > 50 && look.lang === 'es', `the overlay looks like ${JSON.stringify(look)}`);
  expect(await page.evaluate(() => document.body.textContent.includes('Una línea nueva.')), 'the page does not stay below the overlay');
  await page.emulateMedia({ media: 'print' });
  expect(!(await overlay(page).isVisible()), 'the overlay is printed with the page');
  await page.emulateMedia({ media: null });

  await page.keyboard.press('Escape');
  await overlay(page).waitFor({ state: 'detached', timeout });
  appendFileSync(text, '\nOtra rota: <ref:ninguna>.\n');
  await overlay(page).getByRole('button', { name: 'Cerrar' }).waitFor({ timeout });
  writeFileSync(text, `${before}\nUna línea nueva.\n`);
  await overlay(page).waitFor({ state: 'detached', timeout });

  expect(await server.end() === 0, 'serve does not end well');
  writeFileSync(text, `${before}\nMientras nadie servía.\n`);
  server = await serve(root, port);
  await shows(page, 'Mientras nadie servía.');

  write(join(root, 'templates/head-start.html'), `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">\n`);
  await page.waitForFunction(() => !document.querySelector('meta[name=viewport]'), null, { timeout });
  writeFileSync(text, `${before}\nBajo una política propia.\n`);
  await shows(page, 'Bajo una política propia.');
  await page.close();
  await server.end();
}

async function checkFirstFailure(browser, root, text) {
  const before = readFileSync(text, 'utf8');
  appendFileSync(text, '\n<ref:nadie>\n');
  const server = await serve(root, 0);
  const page = await browser.newPage();
  const answer = await page.goto(`${server.address}p/es/serie-uno/largo/`);
  expect(answer.status() === 503, `without an edition the status is ${answer.status()}`);
  await shows(page, '«nadie»');
  writeFileSync(text, `${before}\n<ref:ninguno>\n`);
  await shows(page, '«ninguno»');
  writeFileSync(text, before);
  await shows(page, 'Un párrafo.');
  await page.close();
  await server.end();
}

const scratch = mkdtempSync(join(tmpdir(), 'gaceta-preview-'));
try {
  await withBrowser(async (browser) => {
    await checkLife(browser, join(scratch, 'life'), writeSite(join(scratch, 'life')));
    await checkFirstFailure(browser, join(scratch, 'failure'), writeSite(join(scratch, 'failure')));
  });
} catch (error) {
  problems.push(error.stack);
} finally {
  for (const server of servers) server.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
}
for (const problem of problems) console.log(`   ${problem}`);
console.log(`-- preview in a browser: ${problems.length === 0 ? 'passed' : `FAILED, ${problems.length} problems`}`);
process.exitCode = problems.length > 0 ? 1 : 0;
