// The page of `watch --serve` in Chromium, while a bulletin is edited. Prints TAP. Arguments: the
// program, a folder with a bulletin that may be changed, the folder for pictures.
import { readFile, writeFile, mkdir, rename } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = createRequire(join(process.env.MODULES, 'package.json'));
const puppeteer = (await import(pathToFileURL(modules.resolve('puppeteer-core')))).default;
const axe = await readFile(modules.resolve('axe-core/axe.min.js'), 'utf8');

const [program, folder, pictures] = process.argv.slice(2);
await mkdir(pictures, { recursive: true });

let tests = 0, failed = 0;
function report(good, name, said = '') {
  tests++;
  failed += good ? 0 : 1;
  console.log(`${good ? '' : 'not '}ok ${tests} - ${name}${good ? '' : `\n# ${said}`}`);
}

const watch = spawn(program, ['watch', folder, '--serve', '--lang=zh'],
                    { stdio: ['ignore', 'pipe', 'ignore'] });
const ended = new Promise((resolve) => watch.on('exit', resolve));
const address = await new Promise((resolve) =>
  createInterface({ input: watch.stdout }).once('line', resolve));
report(/^http:\/\/127\.0\.0\.1:\d+\/$/.test(address), 'the address is loopback', address);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb'],
});
const page = await browser.newPage();
const said = [];
page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
page.on('pageerror', (error) => said.push(`error: ${error.message}`));
page.on('request', (sent) => sent.url().startsWith(address) || said.push(`asks for ${sent.url()}`));

const wait = (condition, ...values) => page.waitForFunction(condition, { timeout: 30000 }, ...values);
const images = () => page.$$eval('#pages img', (all) => all.map((image) => image.src));
const inView = (selector) => page.$eval(selector, (element) => {
  const box = element.getBoundingClientRect();
  return box.top < innerHeight && box.bottom > 0;
});
const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });

// Answers to what no browser sends by itself.
const ask = (path, { method = 'GET', host } = {}) => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(address);
  const sent = request({ hostname, port, path, method, headers: host ? { Host: host } : {} },
                       (answer) => { answer.resume(); resolve(answer); });
  sent.on('error', reject);
  sent.end();
});

async function edit(name, from, to) {
  const path = join(folder, name), text = await readFile(path, 'utf8');
  if (!text.includes(from))
    throw new Error(`no ${from} in ${name}`);
  await writeFile(`${path}.new~`, text.replace(from, to));
  await rename(`${path}.new~`, path);
}

try {
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address, { waitUntil: 'load' });
  await wait(() => document.querySelectorAll('#pages img').length > 10);
  const before = await images();
  await wait(() => document.querySelector('#pages img').naturalWidth > 0);
  report(true, `${before.length} pages are shown`);
  await picture('watch-first');

  await edit('closing.md', '。', '，某某。');
  await wait(() => document.querySelector('.changed img')?.complete);
  const after = await images();
  const changed = after.map((src, i) => src !== before[i] ? i + 1 : 0).filter((i) => i > 0);
  report(changed.length > 0 && changed.length < 4 && changed.at(-1) >= before.length - 1,
         'only the last pages are others', changed.join());
  report(await inView('.changed'), 'the page that changed is in view');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await picture('watch-changed');

  await edit('closing.md', '，某某', ',某某');
  await wait(() => !document.getElementById('findings').hidden);
  const found = await page.$eval('#findings', (element) => element.textContent);
  report(/检查：1 个错误/.test(found) && /closing\.md:\d+:\d+ 错误 .*\[half-width-mark\]/.test(found),
         'what check finds is listed with file and line', found);
  report(await page.$eval('#messages', (element) => element.hidden), 'apart from the messages');
  await page.evaluate(() => scrollTo(0, 0));
  await picture('watch-findings');
  await page.setViewport({ width: 360, height: 900 });
  await page.evaluate(axe);
  const faults = await page.evaluate(() => axe.run('#findings'));
  report(faults.violations.length === 0, 'the list: axe',
         faults.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`).join('\n# '));
  await page.setViewport({ width: 1280, height: 900 });
  await edit('closing.md', ',某某', '，某某');
  await wait(() => document.getElementById('findings').hidden);

  await edit('bulletin.md', '---\n', '---\n颜色: 红\n');
  await wait(() => !document.getElementById('messages').hidden);
  const told = await page.$eval('#list', (list) => list.textContent);
  report(/bulletin\.md:2:1 错误 .*颜色/.test(told), 'the error is told with file, line and column', told);
  report((await images()).join() === after.join(), 'the pages of before stay');
  report(await page.$eval('#status', (status) => status.className) === 'failed', 'the status says so');
  await page.evaluate(() => scrollTo(0, 0));
  await picture('watch-error');

  await edit('bulletin.md', '颜色: 红\n', '');
  await wait(() => document.getElementById('messages').hidden &&
                   document.getElementById('status').className === '');
  report((await images()).join() === after.join(), 'mended: the same pages again');

  for (const [width, scheme] of [[360, 'light'], [1280, 'dark']]) {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    report(wide <= 0, `${width} ${scheme}: no wider than the window`, `${wide} too much`);
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    report(found.violations.length === 0, `${width} ${scheme}: axe`,
           found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`).join('\n# '));
    await picture(`watch-${width}-${scheme}`);
  }
  report(said.length === 0, 'nothing said, nothing asked of others', said.join('\n# '));

  const { port } = new URL(address);
  const policy = (await ask('/')).headers['content-security-policy'];
  report(/default-src 'none'/.test(policy) && !/unsafe|\*|https?:/.test(policy), 'a strict policy', policy);
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`])
    report((await ask('/state', { host })).statusCode === 403, `Host: ${host} is refused`);
  report((await ask('/state', { host: `localhost:${port}` })).statusCode === 200, 'localhost is not');
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])
    report((await ask('/state', { method })).statusCode === 405, `${method} is refused`);
  for (const path of ['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/page/../bulletin.md',
                      '/page/', '/page/0.svg', '/bulletin.md', '//etc/passwd', '/state/'])
    report((await ask(path)).statusCode === 404, `${path} is nowhere`);

  watch.kill('SIGINT');
  report(await ended === 0, 'SIGINT ends it with status 0');
  await wait(() => document.getElementById('status').textContent === 'watch 已经结束');
  report(true, 'the page says that it has ended');
} catch (error) {
  report(false, 'the whole test', error.stack.replaceAll('\n', '\n# '));
} finally {
  watch.kill('SIGKILL');
  await browser.close();
}
console.log(`1..${tests}`);
process.exit(failed > 0 ? 1 : 0);
