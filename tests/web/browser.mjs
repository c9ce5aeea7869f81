// Opens HTML files in Chromium, as a reader would: on a phone and on a desk, light and dark, and on
// paper. Prints TAP. Arguments: the folder for pictures, then the files.
import { readFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = createRequire(join(process.env.MODULES, 'package.json'));
const puppeteer = (await import(pathToFileURL(modules.resolve('puppeteer-core')))).default;
const axe = await readFile(modules.resolve('axe-core/axe.min.js'), 'utf8');

const [pictures, ...files] = process.argv.slice(2);
await mkdir(pictures, { recursive: true });

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb'],
});

let tests = 0, failed = 0;
function report(name, faults) {
  tests++;
  if (faults.length === 0) {
    console.log(`ok ${tests} - ${name}`);
    return;
  }
  failed++;
  console.log(`not ok ${tests} - ${name}`);
  for (const fault of faults.slice(0, 20))
    console.log(`# ${fault}`);
}

// What is wider than the window, boxes that scroll by themselves aside.
function tooWide() {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`);
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (!element.parentElement.closest('.table') && (box.right > width + 1 || box.left < -1))
      faults.push(`<${element.localName} class="${element.className}"> from ${box.left} to ${box.right}`);
  }
  return faults;
}

// Links inside the page lead somewhere, and nothing shows twice under one id.
function deadLinks() {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const faults = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`);
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1))))
      faults.push(`no ${link.getAttribute('href')}`);
  return faults;
}

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.flatMap((violation) => violation.nodes.map((node) =>
    `${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`));
}

async function look(file, width, scheme) {
  const name = `${basename(file, '.html')}-${width}-${scheme}`;
  const page = await browser.newPage();
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url()))
      said.push(`asks for ${request.url()}`);
  });
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' });
  report(`${name}: no wider than the window`, await page.evaluate(tooWide));
  report(`${name}: links and ids`, await page.evaluate(deadLinks));
  report(`${name}: axe`, await violations(page));
  report(`${name}: nothing said, nothing loaded`, said);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  if (width > 1000 && scheme === 'light')
    await page.pdf({ path: join(pictures, `${basename(file, '.html')}.pdf`), preferCSSPageSize: true,
                     printBackground: true });
  await page.close();
}

try {
  for (const file of files)
    for (const width of [360, 1280])
      for (const scheme of ['light', 'dark'])
        await look(file, width, scheme);
} finally {
  await browser.close();
}
console.log(`1..${tests}`);
process.exit(failed > 0 || tests === 0 ? 1 : 0);
