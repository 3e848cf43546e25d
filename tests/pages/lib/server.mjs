// A static server for one folder on loopback, with the policy under which every page must work.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.xml': 'application/xml; charset=utf-8', '.json': 'application/json',
  '.js': 'text/javascript; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', '.bib': 'text/plain; charset=utf-8', '.ris': 'text/plain; charset=utf-8',
};

export const strictPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
// What Pagefind needs, and only on the pages of the search.
export const searchPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
  "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

function fileFor(root, path) {
  let file = normalize(join(root, decodeURIComponent(path)));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  try {
    if (statSync(file).isDirectory()) file = join(file, 'index.html');
    return statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Serves `root` below `prefix`; `isSearch(path)` says which pages get the policy of the search. */
export async function serve(root, { prefix = '/', isSearch = () => false } = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    let status = 200;
    let file = path.startsWith(prefix) ? fileFor(root, path.slice(prefix.length)) : undefined;
    if (!file) {
      status = 404;
      file = fileFor(root, '404.html');
    }
    if (!file) return response.writeHead(404).end();
    response.writeHead(status, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': isSearch(path) ? searchPolicy : strictPolicy,
      'x-content-type-options': 'nosniff',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: origin + prefix, close: () => new Promise((resolve) => server.close(resolve)) };
}
