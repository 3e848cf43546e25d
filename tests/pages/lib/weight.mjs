// What a reader has to load: bytes after gzip, and no script outside the search.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const mostCss = 8 * 1024; // bytes of the shipped sheet
const mostPage = 60 * 1024; // bytes of a bulletin with all that it loads

const packed = (root, path) => gzipSync(readFileSync(join(root, path)), { level: 9 }).length;

export function checkWeight(site, report) {
  const problems = [];
  const css = packed(site.root, 'assets/gaceta.css');
  if (css > mostCss) problems.push(`assets/gaceta.css: ${css} bytes, more than ${mostCss}`);
  const icon = packed(site.root, 'assets/icon.svg');
  let heaviest = { path: '', bytes: 0 };
  for (const page of site.pages) {
    const isSearch = page.kind === 'search';
    const scripts = [...page.html.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !tag.includes('application/ld+json'));
    if (scripts.length > 0 && !isSearch) problems.push(`${page.path}: a script`);
    if (/\son[a-z]+="|\sstyle="|<style\b/.test(page.html)) problems.push(`${page.path}: an inline style or handler`);
    const bytes = packed(site.root, page.path) + css + icon;
    if (page.kind === 'bulletin' && bytes > mostPage) problems.push(`${page.path}: ${bytes} bytes in all, more than ${mostPage}`);
    if (page.kind === 'bulletin' && bytes > heaviest.bytes) heaviest = { path: page.path, bytes };
  }
  report(`style sheet ${css} bytes, heaviest bulletin ${heaviest.bytes} bytes in all (gzip): ${heaviest.path}`);
  return problems;
}
