// Pictures of pages, to be looked at: node tests/pages/shots.mjs SITE OUT [PATH …]. Nothing is asserted.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withBrowser } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';

const [site, out, ...paths] = process.argv.slice(2);
const full = process.env.FULL !== '0';
const widths = (process.env.WIDTHS ?? '1280,390').split(',').map(Number);
const schemes = (process.env.SCHEMES ?? 'light').split(',');
mkdirSync(out, { recursive: true });
const server = await serve(resolve(site));
await withBrowser(async (browser) => {
  for (const path of paths) {
    for (const width of widths) {
      for (const colorScheme of schemes) {
        const page = await browser.newPage({ viewport: { width, height: width > 600 ? 900 : 844 }, colorScheme });
        await page.goto(server.url + path);
        const name = `${path.replace(/index\.html$/, '').replace(/[/#.]+/g, '_').replace(/_$/, '') || 'root'}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(out, name), fullPage: full });
        await page.close();
      }
    }
  }
});
await server.close();
