/**
 * Draws the pictures of the starter articles: `node scripts/draw-starter-pictures.ts [name...]`.
 * The drawings are code (`resources/starter/draw/`); what is shipped are the WebP files that this writes. A Chromium
 * renders them: `CHROMIUM=<path>` names one, `/usr/bin/chromium` is the default.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Page } from 'playwright-core';
import { drawBookcase } from '../resources/starter/draw/bookcase.ts';
import { drawCatalogue } from '../resources/starter/draw/catalogue.ts';
import { drawDesk } from '../resources/starter/draw/desk.ts';
import { drawKeyboard } from '../resources/starter/draw/keys.ts';
import { drawMarks } from '../resources/starter/draw/marks.ts';
import { drawMountainRoad } from '../resources/starter/draw/mountain-road.ts';
import { drawNewsstand } from '../resources/starter/draw/newsstand.ts';

const PICTURES: Readonly<Record<string, () => string>> = {
  'welcome': drawDesk,
  'add-a-source': drawNewsstand,
  'reading-offline': drawMountainRoad,
  'offline-marks': drawMarks,
  'search': drawCatalogue,
  'your-library': drawBookcase,
  'keyboard': drawKeyboard,
};
const MOST_BYTES = 150_000;

async function fontFace(family: string, file: string, range: string): Promise<string> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  return `@font-face{font-family:'${family}';src:url(data:font/woff2;base64,${bytes.toString('base64')});font-weight:200 900;unicode-range:${range}}`;
}

async function fonts(): Promise<string> {
  const vietnamese = 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9';
  return (
    (await fontFace('Literata', '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2', 'U+0000-00FF')) +
    (await fontFace('Literata', '@fontsource-variable/literata/files/literata-vietnamese-wght-normal.woff2', vietnamese)) +
    (await fontFace('Be Vietnam Pro', '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2', 'U+0000-00FF'))
  );
}

/** The picture as it looks in the page, as WebP: the best quality that stays under the limit. */
async function render(page: Page, svg: string, faces: string): Promise<Buffer> {
  const height = Number(/height="(\d+)"/u.exec(svg)?.[1]);
  await page.setViewportSize({ width: 1400, height });
  await page.setContent(`<style>${faces}body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const png = (await page.screenshot({ type: 'png' })).toString('base64');
  for (const quality of [0.9, 0.84, 0.78, 0.7, 0.6]) {
    const webp = await page.evaluate(encodeWebp, { png, quality });
    const bytes = Buffer.from(webp, 'base64');
    if (bytes.length < MOST_BYTES) return bytes;
  }
  throw new Error('the picture does not fit into the limit at any quality');
}

/** Runs in the page. */
async function encodeWebp({ png, quality }: { png: string; quality: number }): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', quality).slice('data:image/webp;base64,'.length);
}

const wanted = process.argv.slice(2);
const folder = new URL('../resources/starter/pictures/', import.meta.url);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  const faces = await fonts();
  for (const [name, draw] of Object.entries(PICTURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const bytes = await render(page, draw(), faces);
    await writeFile(new URL(`${name}.webp`, folder), bytes);
    process.stdout.write(`${name}.webp: ${bytes.length} bytes\n`);
  }
} finally {
  await browser.close();
}
