// Faults planted in a copy of the site: each must be found by the check that is there for it. A check that cannot fail
// proves nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditPage } from './audit.mjs';
import { checkAlternates, checkLinks } from './links.mjs';
import { serve } from './server.mjs';
import { readSite } from './site.mjs';
import { validate } from './validate.mjs';
import { checkWeight } from './weight.mjs';

const inText = (html, piece) => html.replace(/(<div class="text[^>]*>)/, `$1${piece}`);

/** Each: what is done to a bulletin's page or to the sheet, which check must speak, and what it must say. */
const faults = [
  { name: 'low contrast', css: '.lead { color: light-dark(#bbb, #444); }', by: 'browser', says: /axe color-contrast/ },
  { name: 'small target', css: '.tiny { display: block !important; font-size: 8px; line-height: 8px; } .tiny li { height: 9px; }',
    html: (html) => html.replace('</footer>', '<ul class="tiny"><li><a href="#content">a</a></li><li><a href="#notes">b</a></li></ul></footer>'),
    by: 'browser', says: /axe target-size/ },
  { name: 'overflow', html: (html) => inText(html, `<p>${'ABCDEFGHIJ'.repeat(12)}</p>`), css: '.text p { overflow-wrap: normal; }', by: 'browser', says: /320 px.*wider than the window/ },
  { name: 'inline script', html: (html) => html.replace('</head>', '<script>document.title = "x"</script></head>'), by: 'browser', says: /console: .*Content Security Policy/i },
  { name: 'inline script, without a browser', html: (html) => html.replace('</head>', '<script>document.title = "x"</script></head>'), by: 'weight', says: /a script/ },
  { name: 'request to another host', html: (html) => inText(html, '<img src="https://tracker.example/x.png" alt="">'), by: 'browser', says: /another origin|Content Security Policy/ },
  { name: 'missing alternative text', html: (html) => inText(html, '<p><img src="../../../assets/icon.svg" width="32" height="32"></p>'), by: 'browser', says: /axe image-alt/ },
  { name: 'invalid nesting', html: (html) => inText(html, '<p><a href="#content"><a href="#content">x</a></a><ul><p>y</p></ul></p>'), by: 'validator', says: /error/ },
  { name: 'invalid style', css: '.lead { colour: #123; }', by: 'validator', says: /colour/ },
  { name: 'hreflang to a page that is not there', html: (html) => html.replace(/(rel="alternate" hreflang="en" href="[^"]*)\/"/, '$1-x/"'), by: 'alternates', says: /leads nowhere/ },
  { name: 'hreflang that is not answered', html: (html) => html.replace(/<link rel="alternate" hreflang="es"[^>]*>\n/, ''), by: 'alternates', says: /not answered|does not list/ },
  { name: 'dead anchor', html: (html) => inText(html, '<p><a href="#p-9999">x</a></p>'), by: 'links', says: /dead anchor: #p-9999/ },
  { name: 'dead link', html: (html) => inText(html, '<p><a href="../nowhere/index.html">x</a></p>'), by: 'links', says: /dead link/ },
];

function plant(root, path, fault) {
  const change = (file, to) => writeFileSync(join(root, file), to(readFileSync(join(root, file), 'utf8')));
  let changed = true;
  if (fault.html) {
    change(path, (html) => {
      const damaged = fault.html(html);
      changed = damaged !== html;
      return damaged;
    });
  }
  if (fault.css) change('assets/gaceta.css', (css) => `${css}\n${fault.css}\n`);
  return changed;
}

async function findings(fault, root, path, browser) {
  const site = readSite(root);
  if (fault.by === 'validator') return validate(site, [path, 'assets/gaceta.css']);
  if (fault.by === 'links') return checkLinks(site);
  if (fault.by === 'alternates') return checkAlternates(site);
  if (fault.by === 'weight') return checkWeight(site, () => {});
  const server = await serve(root);
  try {
    return await auditPage(browser, server, path);
  } finally {
    await server.close();
  }
}

/** `path` is the Spanish page of a short bulletin. */
export async function checkFaults(browser, site, path, report) {
  const problems = [];
  for (const fault of faults) {
    const root = mkdtempSync(join(tmpdir(), 'gaceta-fault-'));
    try {
      cpSync(site.root, root, { recursive: true });
      if (!plant(root, path, fault)) {
        problems.push(`the fault '${fault.name}' could not be planted`);
        continue;
      }
      const found = await findings(fault, root, path, browser);
      const hit = found.find((one) => fault.says.test(one));
      if (hit) report(`${fault.name}: found: ${hit.slice(0, 140)}`);
      else problems.push(`planted '${fault.name}', and the ${fault.by} did not say so${found.length > 0 ? `, but: ${found[0]}` : ''}`);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return problems;
}
