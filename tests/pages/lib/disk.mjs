// The site as it lies on a disk: opened from file://, its sheet applies, and a reader can click from the first page to
// a bulletin, to its other language and back home.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

export async function checkFromDisk(browser, site) {
  const problems = [];
  const page = await browser.newPage();
  page.on('requestfailed', (request) => problems.push(`file://: failed: ${request.url()}`));
  const expectStyled = async (step) => {
    const isStyled = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--measure') !== '');
    if (!isStyled) problems.push(`file://: ${step}: the sheet of styles does not apply`);
    if (!(await page.locator('h1').count())) problems.push(`file://: ${step}: ${page.url()} shows no page`);
  };
  await page.goto(pathToFileURL(join(site.root, 'index.html')).href);
  await expectStyled('first page');
  const steps = [
    ['a language', '.choices a >> nth=0'], ['the newest bulletin', '.entries a >> nth=0'],
    ['its other language', '.languages a[hreflang] >> nth=0'], ['its series', '.masthead .series a'], ['home', '.site-title a'],
  ];
  for (const [step, selector] of steps) {
    try {
      await page.click(selector, { timeout: 5000 });
      await page.waitForLoadState('load');
      await expectStyled(step);
    } catch (error) {
      problems.push(`file://: ${step}: ${error.message.split('\n')[0]}`);
      break;
    }
  }
  await page.close();
  return problems;
}
