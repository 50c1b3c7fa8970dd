/** Width to height: what is narrower than this (a long graphic) is read from top to bottom, and is not made to fit the window. */
const LONG = 0.5;

interface Size {
  readonly width: number;
  readonly ratio: number;
}

function sizeOf(image: HTMLImageElement): Size | null {
  const [width, height] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  return width > 0 && height > 0 ? { width, ratio: width / height } : null;
}

/** Several pictures under one caption stand side by side, of one height: each has as much of the width as its shape asks for. */
function tellRow(figure: HTMLElement, images: readonly HTMLImageElement[], sizes: readonly Size[]): void {
  figure.dataset['pictures'] = String(images.length);
  figure.style.setProperty('--natural', String(sizes.reduce((sum, { width }) => sum + width, 0)));
  for (const [at, image] of images.entries()) {
    const item = image.parentElement === figure ? image : image.parentElement;
    item?.style.setProperty('--ratio', String(sizes[at]?.ratio ?? 1));
    item?.style.setProperty('--natural', String(sizes[at]?.width ?? 0));
  }
}

/**
 * Tells the style how large the pictures of an article are by themselves, before they are loaded: how wide each may be depends on its own
 * width, on its shape and on the window, and its room is kept from the beginning. A figure with a picture of unknown size is left as it is.
 */
export function tellPictureSizes(doc: Document): void {
  for (const figure of doc.querySelectorAll<HTMLElement>('.docbao-body > figure:has(img)')) {
    const images = [...figure.querySelectorAll('img')];
    const sizes = images.map(sizeOf).filter((size) => size !== null);
    const [first] = sizes;
    if (first === undefined || sizes.length < images.length) continue;
    if (images.length > 1) tellRow(figure, images, sizes);
    else {
      figure.style.setProperty('--natural', String(first.width));
      if (first.ratio >= LONG) figure.style.setProperty('--ratio', String(first.ratio));
    }
  }
}
