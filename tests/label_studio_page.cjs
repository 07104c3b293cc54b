// Relabels one region in Label Studio's own page, as an annotator would: node label_studio_page.cjs BASE TASKS_FOLDER OUT.json
// BASE is a running server with the user a@example.org, password abcdef123456; NODE_PATH has puppeteer-core.
// Imports tasks.json with its set-up, opens the first task, clicks its first region, presses the key of another label,
// updates the annotation and writes what the server exports.
const fs = require('fs'), path = require('path'), puppeteer = require('puppeteer-core');
const [base, folder, out] = process.argv.slice(2);
const read = name => fs.readFileSync(path.join(folder, name), 'utf8');

async function api(page, method, where, body) {
  return page.evaluate(async (method, where, body) => {
    const token = (document.cookie.match(/csrftoken=([^;]+)/) || [])[1];
    const head = { 'Content-Type': 'application/json', 'X-CSRFToken': token };
    const said = await fetch(where, { method, headers: head, body: body && JSON.stringify(body) });
    if (!said.ok) throw new Error(`${where}: ${said.status} ${(await said.text()).slice(0, 300)}`);
    return said.json();
  }, method, where, body);
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(120000);
  await page.setViewport({ width: 1400, height: 1000 });
  await page.goto(`${base}/user/login/`, { waitUntil: 'domcontentloaded' });
  await page.type('input[name=email]', 'a@example.org');
  await page.type('input[name=password]', 'abcdef123456');
  await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click('button[type=submit]')]);
  const project = (await api(page, 'POST', '/api/projects/', { title: 'factcheck', label_config: read('tasks.xml') })).id;
  await api(page, 'POST', `/api/projects/${project}/import`, JSON.parse(read('tasks.json')));
  const [task] = await api(page, 'GET', `/api/projects/${project}/export?exportType=JSON`);
  await page.goto(`${base}/projects/${project}/data?task=${task.id}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.htx-highlight');
  await new Promise(done => setTimeout(done, 3000));
  await page.click('.htx-highlight');
  await new Promise(done => setTimeout(done, 1000));
  const [first] = task.annotations[0].result.filter(one => one.type === 'labels');
  await page.keyboard.press(first.value.labels[0] === 'opinion' ? 'c' : 'o');
  await new Promise(done => setTimeout(done, 1000));
  await page.screenshot({ path: out.replace(/json$/, 'png') });
  await page.evaluate(() => {
    const update = [...document.querySelectorAll('button')].find(one => /^(Update|Submit)/.test(one.innerText));
    if (!update) throw new Error('no button to update with');
    update.click();
  });
  await new Promise(done => setTimeout(done, 3000));
  fs.writeFileSync(out, JSON.stringify(await api(page, 'GET', `/api/projects/${project}/export?exportType=JSON`)));
  await browser.close();
})().catch(error => { console.error(error); process.exit(1); });
