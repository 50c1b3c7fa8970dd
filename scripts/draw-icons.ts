/**
 * Draws the application's icon and writes every form of it into `resources/icons/`: `node scripts/draw-icons.ts`.
 * A Chromium renders the drawing: `CHROMIUM=<path>` names one, `/usr/bin/chromium` is the default.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { drawIcon } from '../resources/icons/draw/icon.ts';
import { packIcns, packIco, type Raster } from '../resources/icons/draw/containers.ts';

const LINUX_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512] as const;
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 256] as const;
const MAC_SIZES = [16, 32, 64, 128, 256, 512, 1024] as const;

/** One size: the PNG file, and its pixels as RGBA rows from the top. */
async function render(page: Page, size: number, margin: number): Promise<Raster> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${drawIcon({ size, margin })}`);
  const png = await page.screenshot({ type: 'png', omitBackground: true });
  const pixels = await page.evaluate(readPixels, png.toString('base64'));
  return { size, png, rgba: Buffer.from(pixels, 'base64') };
}

/** Runs in the page. */
async function readPixels(png: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  return btoa(text);
}

const folder = new URL('../resources/icons/', import.meta.url);
await mkdir(new URL('linux/', folder), { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  const all = async (sizes: readonly number[], margin: number): Promise<Raster[]> => {
    const rasters: Raster[] = [];
    for (const size of sizes) rasters.push(await render(page, size, margin));
    return rasters;
  };
  await writeFile(new URL('icon.svg', folder), `${drawIcon({ size: 1024, margin: 40 })}\n`);
  await writeFile(new URL('icon.png', folder), (await render(page, 1024, 40)).png);
  for (const { size, png } of await all(LINUX_SIZES, 40)) await writeFile(new URL(`linux/${size}x${size}.png`, folder), png);
  await mkdir(new URL('../tray/', folder), { recursive: true });
  for (const [name, size] of [['tray.png', 24], ['tray@2x.png', 48]] as const) await writeFile(new URL(`../tray/${name}`, folder), (await render(page, size, 40)).png);
  await writeFile(new URL('icon.ico', folder), packIco(await all(WINDOWS_SIZES, 16)));
  // macOS draws icons on a grid that leaves a tenth free on each side.
  await writeFile(new URL('icon.icns', folder), packIcns(await all(MAC_SIZES, 100)));
} finally {
  await browser.close();
}
