// Opens pages of a report in Chromium: node report_page.cjs PAGE... (their tools in NODE_PATH). Prints, as JSON, what is
// wrong with each: requests, errors, violations of WCAG 2.2 AA and best practice for axe in light and dark, narrow and
// wide, scrolling sideways at 320 pixels, focus that cannot be seen, a dark ground on paper.
const { readFileSync } = require('fs'), { pathToFileURL } = require('url');
const puppeteer = require('puppeteer-core'), axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [['light', 320], ['dark', 1280]];

async function look(tab, scheme, width) {
  await tab.setViewport({ width, height: 900 });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const found = await tab.evaluate(tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
  return [
    ...found.violations.map(one => `${scheme} ${width}: ${one.id}: ${one.nodes[0].html}`),
    ...(width === 320 && wide > 320 ? [`scrolls sideways: ${wide}`] : []),
  ];
}

async function keyboard(tab) {
  const stops = await tab.evaluate(() => [...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
    .filter(one => one.checkVisibility()).length);
  const lost = [];
  for (let stop = 0; stop < Math.min(stops, 8); stop++) {
    await tab.keyboard.press('Tab');
    lost.push(await tab.evaluate(() => {
      const { outlineStyle } = getComputedStyle(document.activeElement);
      return document.activeElement !== document.body && outlineStyle !== 'none' ? '' : document.activeElement.outerHTML;
    }));
  }
  return lost.filter(Boolean).map(html => `focus is not seen: ${html.slice(0, 100)}`);
}

async function paper(tab) {
  await tab.emulateMediaType('print');
  const ground = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return ground === 'rgb(255, 255, 255)' ? [] : [`printed on ${ground}`];
}

async function judge(browser, page) {
  const tab = await browser.newPage(), wrong = [], address = pathToFileURL(page).href;
  const folder = address.replace(/articles\/.*|[^/]*$/, '');
  tab.on('request', request => request.url().startsWith(folder) || wrong.push(`asks for ${request.url()}`));
  tab.on('pageerror', error => wrong.push(error.message));
  tab.on('dialog', dialog => { wrong.push('ran a script'); dialog.dismiss(); });
  await tab.goto(address, { waitUntil: 'load' });
  await tab.evaluate(axe);
  for (const [scheme, width] of LOOKS) wrong.push(...await look(tab, scheme, width));
  wrong.push(...await keyboard(tab), ...await paper(tab));
  await tab.close();
  return [page, wrong];
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu'],
  });
  const judged = [];
  for (const page of process.argv.slice(2)) judged.push(await judge(browser, page));
  await browser.close();
  console.log(JSON.stringify(Object.fromEntries(judged)));
})().catch(error => { console.error(error); process.exit(2); });
