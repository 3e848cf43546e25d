// The browser that the system has, started so that it talks to nobody. playwright-core brings none of its own.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Runs `use(browser)` and takes the browser down again, whatever happens. */
export async function withBrowser(use) {
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to its path');
  const home = mkdtempSync(join(tmpdir(), 'gaceta-browser-'));
  const browser = await chromium.launch({ executablePath, headless: true, args: flags, env: { ...process.env, HOME: home } });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}
