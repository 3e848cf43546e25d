// The generated site as a list of pages: what each is, in which language, what it links to. Read with patterns, which
// is enough for markup that the validator has accepted.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file below `root`, as paths with '/'. */
export function filesOf(root, under = root) {
  return readdirSync(under, { withFileTypes: true }).flatMap((entry) => {
    const path = join(under, entry.name);
    if (entry.isDirectory()) return filesOf(root, path);
    return [relative(root, path).split(sep).join('/')];
  });
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
export const unescape = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);

/** The attributes of one start tag. */
export function attributes(tag) {
  const found = {};
  for (const [, name, value] of tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)) found[name] = unescape(value);
  return found;
}

export function readPage(root, path) {
  const html = readFileSync(join(root, path), 'utf8');
  const body = attributes(/<body[^>]*>/.exec(html)?.[0] ?? '');
  const tags = [...html.matchAll(/<(a|link|img|script|source|form)\b[^>]*>/g)].map(([tag, name]) => ({ name, ...attributes(tag) }));
  return {
    path,
    html,
    kind: (body.class ?? '').replace('plain ', '').split(' ')[0] || 'other',
    lang: attributes(/<html[^>]*>/.exec(html)?.[0] ?? '').lang ?? '',
    ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescape(id))),
    tags,
    canonical: tags.find((tag) => tag.name === 'link' && tag.rel === 'canonical')?.href,
    alternates: tags.filter((tag) => tag.name === 'link' && tag.rel === 'alternate' && tag.hreflang),
  };
}

export function readSite(root) {
  const files = filesOf(root).filter((path) => !path.startsWith('pagefind/'));
  const pages = files.filter((path) => path.endsWith('.html')).sort().map((path) => readPage(root, path));
  return { root, files: new Set(filesOf(root)), checked: files, pages, size: (path) => statSync(join(root, path)).size };
}

/** For the browser: every bulletin and page about one, and of each other kind and language the largest. */
export function examples(site) {
  const largest = new Map();
  for (const page of site.pages) {
    const key = page.kind === 'bulletin' ? page.path : `${page.kind} ${page.lang}`;
    const other = largest.get(key);
    if (!other || other.html.length < page.html.length) largest.set(key, page);
  }
  return [...largest.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
