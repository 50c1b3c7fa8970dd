/**
 * The mark of Docbao as SVG: a sheet of newspaper in lacquer red, its corner folded, with the letter đ. Below 40 pixels the
 * strokes grow heavier and the fold goes, so that the letter stays readable.
 *
 * @param size - pixels at which it will be shown; the drawing itself is 1024 units wide.
 * @param margin - units left free on each side.
 */
export function drawIcon({ size, margin }: { readonly size: number; readonly margin: number }): string {
  const isSmall = size < 40;
  const scale = (1024 - 2 * margin) / 824;
  const place = `translate(${margin - 100 * scale} ${margin - 100 * scale}) scale(${scale})`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024"><title>Docbao</title><defs>` +
    `<linearGradient id="sheet" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#B62C22"/><stop offset="1" stop-color="#8E1D16"/></linearGradient>` +
    `<linearGradient id="fold" x1="0" y1="1" x2="1" y2="0"><stop offset="0" stop-color="#FBF3E2"/><stop offset="1" stop-color="#D9C6A3"/></linearGradient></defs>` +
    `<g transform="${place}">${isSmall ? smallSheet() : foldedSheet()}${isSmall ? smallLetter() : letter()}</g></svg>`
  );
}

function foldedSheet(): string {
  const sheet = 'M 250 100 L 734 100 L 924 290 L 924 774 A 150 150 0 0 1 774 924 L 250 924 A 150 150 0 0 1 100 774 L 100 250 A 150 150 0 0 1 250 100 Z';
  const shade = 'M 734 112 L 734 244 A 46 46 0 0 0 780 290 L 912 290 L 924 302 L 924 330 L 776 308 A 62 62 0 0 1 716 248 L 712 142 Z';
  const fold = 'M 734 100 L 924 290 L 780 290 A 46 46 0 0 1 734 244 Z';
  return `<path d="${sheet}" fill="url(#sheet)"/><path d="${shade}" fill="#5A100C" opacity="0.28"/><path d="${fold}" fill="url(#fold)"/>`;
}

function smallSheet(): string {
  return '<rect x="100" y="100" width="824" height="824" rx="150" fill="url(#sheet)"/>';
}

/** đ: a bowl with the stress of a book face, a stem with its serifs, a bar across the ascender. */
function letter(): string {
  const bowl =
    'M 458 418 C 352 418 284 500 284 614 C 284 728 350 806 448 806 C 520 806 570 768 594 718 L 594 522 C 572 458 524 418 458 418 Z ' +
    'M 486 470 C 534 470 574 500 590 548 L 590 690 C 572 732 540 754 500 754 C 430 754 386 698 386 608 C 386 524 426 470 486 470 Z';
  const stem = 'M 522 238 L 684 222 L 684 722 C 684 746 694 756 722 760 L 744 764 L 744 794 L 590 806 L 590 290 C 590 276 584 270 568 268 L 522 264 Z';
  const bar = 'M 478 322 L 772 322 L 772 376 L 478 376 Z';
  return `<g fill="#FBF6E9" transform="translate(0 4)"><path d="${bowl}" fill-rule="evenodd"/><path d="${stem}"/><path d="${bar}"/></g>`;
}

function smallLetter(): string {
  const bowl = '<circle cx="462" cy="620" r="152" fill="none" stroke="#FBF6E9" stroke-width="104"/>';
  return `${bowl}<rect x="572" y="196" width="112" height="628" fill="#FBF6E9"/><rect x="440" y="284" width="372" height="88" fill="#FBF6E9"/>`;
}
