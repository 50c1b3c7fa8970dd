import type { Reader } from './driver.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the pictures of the shown article stand in its window, beside its text; whole pixels. */
export interface PictureBoxes {
  readonly text: Box;
  /** The first caption. */
  readonly caption: Box;
  readonly pictures: readonly Box[];
  readonly windowHeight: number;
}

export function pictureBoxes(reader: Reader): Promise<PictureBoxes> {
  return reader.inArticle((doc) => {
    const box = (element: Element | null): Box => {
      const { left, top, width, height } = element?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0, height: 0 };
      return { left: Math.round(left), top: Math.round(top), width: Math.round(width), height: Math.round(height) };
    };
    const pictures = [...doc.querySelectorAll('.docbao-body img')].map(box);
    return { text: box(doc.querySelector('.docbao-body p')), caption: box(doc.querySelector('figcaption')), pictures, windowHeight: doc.documentElement.clientHeight };
  });
}
