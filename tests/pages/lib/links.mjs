// What every page promises: links and anchors that lead somewhere (from any folder, without a server), alternates that
// answer each other, a canonical address of its own.
import { posix } from 'node:path';

const isOutside = (url) => /^(https?:|mailto:|tel:)/.test(url);

/** The file below the site that a relative address means, or undefined. */
function target(site, from, url) {
  const path = decodeURIComponent(url.split(/[?#]/)[0]);
  if (path === '') return from;
  if (path.startsWith('/')) return undefined;
  const full = posix.normalize(posix.join(posix.dirname(from), path));
  if (full.startsWith('..')) return undefined;
  return full.endsWith('/') || full === '.' ? posix.join(full, 'index.html') : full;
}

export function checkLinks(site) {
  const problems = [];
  const byPath = new Map(site.pages.map((page) => [page.path, page]));
  for (const page of site.pages) {
    if (page.path === '404.html') continue; // shown at any address, so its links start at the root
    for (const tag of page.tags) {
      const url = tag.href ?? tag.src;
      if (url === undefined || isOutside(url) || tag.rel === 'canonical') continue;
      const file = target(site, page.path, url);
      if (!file || !site.files.has(file)) {
        problems.push(`${page.path}: dead link: ${url}`);
        continue;
      }
      const anchor = url.includes('#') ? decodeURIComponent(url.split('#')[1]) : '';
      if (anchor && byPath.has(file) && !byPath.get(file).ids.has(anchor)) problems.push(`${page.path}: dead anchor: ${url}`);
      if (tag.name === 'a' && url.split(/[?#]/)[0].endsWith('/')) problems.push(`${page.path}: a link to a folder does not open from a disk: ${url}`);
    }
  }
  return problems;
}

export function checkAlternates(site) {
  const problems = [];
  const byCanonical = new Map(site.pages.filter((page) => page.canonical).map((page) => [page.canonical, page]));
  const home = byCanonical.size > 0 ? [...byCanonical.keys()].sort((a, b) => a.length - b.length)[0] : '';
  for (const page of byCanonical.values()) {
    const expected = home + page.path.replace(/index\.html$/, '');
    if (page.canonical !== expected) problems.push(`${page.path}: canonical is ${page.canonical}, not ${expected}`);
    const languages = page.alternates.filter((one) => one.hreflang !== 'x-default');
    if (page.path !== 'index.html' && !languages.some((one) => one.href === page.canonical)) problems.push(`${page.path}: hreflang does not list the page itself`);
    if (languages.length > 1 && !page.alternates.some((one) => one.hreflang === 'x-default')) problems.push(`${page.path}: hreflang without x-default`);
    for (const one of languages) {
      const other = byCanonical.get(one.href);
      if (!other) problems.push(`${page.path}: hreflang ${one.hreflang} leads nowhere: ${one.href}`);
      else if (other.lang.split('-')[0] !== one.hreflang.split('-')[0]) problems.push(`${page.path}: hreflang ${one.hreflang} leads to a page in ${other.lang}`);
      else if (page.path !== 'index.html' && !other.alternates.some((back) => back.href === page.canonical)) problems.push(`${page.path}: hreflang ${one.hreflang} is not answered by ${other.path}`);
    }
  }
  return problems;
}
