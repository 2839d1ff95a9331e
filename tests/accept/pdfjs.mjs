// Reads a PDF with pdf.js and prints its text items as JSON:
//   {"pages": [[{"text", "size", "font", "x", "y", "width", "eol"}, ...], ...]}   (points, y upwards)
// Usage: node pdfjs.mjs NODE_MODULES_DIR PDF      Exit status: 0; 1 on any warning or error of pdf.js.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node pdfjs.mjs NODE_MODULES_DIR PDF');
  process.exit(2);
}
const dist = resolve(modules, 'pdfjs-dist');

// While it loads, pdf.js complains about missing canvas parts of node; that is nothing about the PDF.
const warnings = [];
const talk = { log: console.log, warn: console.warn };
console.log = console.warn = () => {};
const { default: pdfjs } = await import(pathToFileURL(`${dist}/legacy/build/pdf.js`));
console.log = console.warn = (...words) => warnings.push(words.join(' '));

async function readItems(page) {
  await page.getOperatorList(); // parses the whole content, so that its faults show
  const { items } = await page.getTextContent();
  return items.map(({ str, transform: t, width, fontName, hasEOL }) => {
    const font = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName).name : fontName;
    return { text: str, size: Math.hypot(t[2], t[3]), font, x: t[4], y: t[5], width, eol: hasEOL };
  });
}

const pages = [];
try {
  const pdf = await pdfjs.getDocument({
    data: new Uint8Array(readFileSync(file)),
    stopAtErrors: true,
    verbosity: pdfjs.VerbosityLevel.WARNINGS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    standardFontDataUrl: `${dist}/standard_fonts/`,
  }).promise;
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readItems(await pdf.getPage(number)));
  await pdf.destroy();
} catch (error) {
  warnings.push(String(error.message ?? error));
}
Object.assign(console, talk);
process.stdout.write(JSON.stringify({ pages }), () => {
  for (const warning of warnings) console.error(warning);
  process.exit(warnings.length ? 1 : 0);
});
