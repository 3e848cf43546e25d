// The Nu checker over every page, style sheet and picture: no error, no warning. Needs Java, nothing from the network.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const jar = fileURLToPath(new URL('../../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

export function validate(site, paths = site.checked.filter((path) => /\.(html|css|svg)$/.test(path))) {
  const result = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always',
    '--also-check-css', '--also-check-svg', ...paths.map((path) => join(site.root, path))],
  { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.error || !result.stdout) return [`the Nu checker did not run: ${result.error ?? result.stderr}`];
  return JSON.parse(result.stdout).messages
    .filter((message) => message.type !== 'info' || message.subType === 'warning')
    .map((message) => {
      const path = message.url.slice(message.url.indexOf(site.root) + site.root.length + 1);
      return `${path}:${message.lastLine ?? 0}: ${message.subType ?? message.type}: ${message.message}`;
    });
}
