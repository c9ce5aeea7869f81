// Opens PDFs with PDFium: pdfium.mjs FILE.pdf…, with FILE.txt beside each, what pdftotext finds in
// it. Prints TAP: every page is drawn with ink on it, and has the same characters, in their order.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

// A page without an object beside blanks is empty; text is black on white.
const DARK = 128;

const { PDFiumLibrary } = createRequire(process.env.MODULES + '/')('@hyzyla/pdfium');
const library = await PDFiumLibrary.init();
let number = 0;

function say(good, name, more = '') {
    number++;
    console.log(`${good ? 'ok' : 'not ok'} ${number} - ${name}${good || !more ? '' : `\n# ${more}`}`);
}

const characters = (text) => text.replace(/[\s\u0000\u0002\ufffe\ufeff]/gu, '');

function difference(got, wanted) {
    let at = 0;
    while (at < got.length && got[at] === wanted[at]) at++;
    return `at ${at}: ${got.slice(at, at + 20)} instead of ${wanted.slice(at, at + 20)}`;
}

async function hasInk(page) {
    const { data } = await page.render({ scale: 1, render: 'bitmap' });
    for (let i = 0; i < data.length; i += 4) if (data[i + 1] < DARK) return true;
    return false;
}

async function look(path) {
    const name = basename(path, '.pdf');
    const document = await library.loadDocument(readFileSync(path));
    let text = '';
    const empty = [];
    for (const page of document.pages()) {
        text += page.getText(); // before it is drawn: afterwards this wrapper cannot
        if (!(await hasInk(page))) empty.push(page.number + 1);
    }
    const got = characters(text);
    const wanted = characters(readFileSync(path.replace(/pdf$/, 'txt'), 'utf8'));
    say(empty.length === 0, `${name}: every page is drawn`, `empty: ${empty}`);
    say(got === wanted, `${name}: the text`, difference(got, wanted));
    document.destroy();
}

for (const path of process.argv.slice(2)) {
    try {
        await look(path);
    } catch (error) {
        say(false, `${basename(path)}: opens`, String(error).split('\n')[0]);
    }
}
library.destroy();
console.log(`1..${number}`);
