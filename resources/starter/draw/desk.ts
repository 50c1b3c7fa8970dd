import { INK, blend, circle, ellipse, glow, group, line, path, print, rect, ridge, seeded, sheet, WIDTH } from './ink.ts';

const HEIGHT = 933;

/** A desk by the window in the evening: an open newspaper under a lamp, a cup of tea, the hills outside. */
export function drawDesk(): string {
  const defs =
    `<linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#D9CBAE"/><stop offset="1" stop-color="#C2AE8B"/></linearGradient>` +
    `<linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6F8794"/><stop offset="0.62" stop-color="#C9C4B4"/><stop offset="1" stop-color="#EBC998"/></linearGradient>` +
    `<linearGradient id="desk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#9A6B44"/><stop offset="1" stop-color="#6B472E"/></linearGradient>` +
    `<linearGradient id="shade" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#B93127"/><stop offset="0.45" stop-color="${INK.lacquer}"/><stop offset="1" stop-color="${INK.lacquerDark}"/></linearGradient>` +
    `<clipPath id="pane"><rect x="132" y="96" width="520" height="424"/></clipPath>` +
    glow('lampOnWall', 1060, 380, 520, '#FFF0C4', 0.85) +
    glow('lampOnDesk', 860, 720, 560, '#FFE9B4', 0.7);
  const scene =
    rect(0, 0, WIDTH, HEIGHT, 'url(#wall)') +
    rect(0, 0, WIDTH, HEIGHT, 'url(#lampOnWall)') +
    window() +
    shelf() +
    rect(0, 610, WIDTH, HEIGHT - 610, 'url(#desk)') +
    woodGrain() +
    rect(0, 610, WIDTH, HEIGHT - 610, 'url(#lampOnDesk)') +
    rect(0, 606, WIDTH, 7, blend(INK.wood, INK.straw, 0.4)) +
    newspaper() +
    lamp() +
    cup() +
    glasses();
  return sheet(HEIGHT, defs, scene);
}

function window(): string {
  const random = seeded(3);
  const outside =
    rect(132, 96, 520, 424, 'url(#dusk)') +
    circle(505, 372, 40, '#F6DDA8') +
    path(ridge(420, [[40, 620, 0.8], [16, 210, 0]], 540), '#8FA0A2') +
    path(ridge(462, [[34, 480, 3], [10, 150, 1]], 540), '#64796F') +
    path(ridge(500, [[20, 540, 5.2], [6, 120, 2]], 540), INK.pine) +
    [0, 1, 2, 3, 4, 5].map(() => rect(180 + random() * 240, 488 + random() * 18, 5, 5, '#F8D98E')).join('');
  const bars = line('M 392 96 L 392 520 M 132 300 L 652 300', '#EFE5CF', 14) + line('M 400 103 L 400 293 M 400 307 L 400 520', '#B9A681', 3);
  const frame = `<rect x="120" y="84" width="544" height="448" fill="none" stroke="#F3EAD6" stroke-width="26"/><rect x="106" y="70" width="572" height="476" fill="none" stroke="#A8946E" stroke-width="3"/>`;
  const sill = rect(82, 540, 620, 24, '#F3EAD6') + rect(82, 564, 620, 7, '#A8946E');
  return `<g clip-path="url(#pane)">${outside}</g>${bars}${frame}${sill}${plant(186, 540)}`;
}

function plant(x: number, y: number): string {
  const leaves = [[-62, -96, -20], [-34, -138, -8], [4, -152, 2], [38, -128, 14], [66, -88, 26]].map(([dx = 0, dy = 0, bend = 0]) =>
    path(`M 0 -44 Q ${dx * 0.3 - bend} ${dy * 0.7} ${dx} ${dy} Q ${dx * 0.75 + bend} ${dy * 0.45} 0 -44 Z`, blend(INK.leaf, INK.pine, Math.abs(dx) / 80)),
  );
  const pot = path('M -36 -52 L 36 -52 L 28 0 L -28 0 Z', '#A65E3A') + rect(-41, -60, 82, 15, '#B86E47');
  return group(`translate(${x} ${y})`, ...leaves, pot);
}

/** A short shelf at the right with a few spines; it stays quiet behind the lamp. */
function shelf(): string {
  const random = seeded(21);
  const colours = [INK.pine, INK.night, INK.ochre, INK.quiet, INK.lacquerDark, INK.leaf, INK.sand];
  let out = '';
  let x = 1128;
  while (x < 1350) {
    const w = 18 + random() * 20;
    const h = 96 + random() * 52;
    const colour = blend(colours[Math.floor(random() * colours.length)] ?? INK.quiet, '#C9B693', 0.3);
    out += rect(x, 236 - h, w - 2, h, colour) + rect(x + 3, 236 - h + 16, w - 8, 4, INK.cream, 'opacity="0.6"');
    x += w;
  }
  return `${out}${rect(1104, 236, 296, 14, '#8D6B4A')}${rect(1104, 250, 296, 6, '#6E5238', 'opacity="0.6"')}`;
}

function woodGrain(): string {
  const random = seeded(5);
  let out = '';
  for (let row = 0; row < 15; row++) {
    const y = 628 + row * 21 + random() * 8;
    out += line(`M -10 ${y} C ${300 + random() * 200} ${y + 8 - random() * 16} ${800 + random() * 200} ${y + 10 - random() * 20} 1410 ${y + 4}`, INK.woodDark, 1.6, 'opacity="0.28"');
  }
  return out;
}

/** The paper lies open: two pages drawn flat, then laid down by a skew. */
function newspaper(): string {
  const random = seeded(9);
  const page = (x: number, tint: string): string =>
    rect(x, 0, 400, 420, tint) + `<rect x="${x}" y="0" width="400" height="420" fill="none" stroke="#B5A88F" stroke-width="1.5"/>`;
  const leftPage =
    page(0, '#FBF7EC') +
    rect(28, 26, 344, 34, INK.ink) +
    rect(28, 70, 344, 3, INK.quiet) +
    rect(28, 88, 230, 15, INK.quiet) +
    rect(28, 110, 170, 15, INK.quiet) +
    rect(28, 142, 226, 150, '#B9C4BE') +
    group('translate(28 142)', path('M 0 150 L 0 92 L 58 46 L 104 96 L 150 58 L 226 120 L 226 150 Z', '#6F8577'), circle(172, 36, 17, '#F1DFB4')) +
    print(28, 306, 108, 7, 14, random) +
    print(146, 306, 108, 7, 14, random) +
    print(266, 92, 106, 22, 14, random);
  const rightPage =
    page(400, '#F7F1E2') +
    rect(428, 26, 160, 22, INK.quiet) +
    print(428, 62, 106, 24, 14, random) +
    print(546, 62, 106, 24, 14, random) +
    rect(666, 26, 106, 118, INK.lacquer) +
    rect(680, 46, 78, 8, '#F6E9D5') +
    rect(680, 62, 52, 8, '#F6E9D5') +
    print(666, 160, 106, 17, 14, random) +
    rect(400, 0, 26, 420, '#8F8061', 'opacity="0.18"');
  const lay = 'matrix(0.98 0.035 -0.33 0.6 370 634)';
  return group('translate(10 14)', group(lay, rect(0, 0, 800, 420, INK.ink, 'opacity="0.34" filter="url(#soft)"'))) + group(lay, leftPage, rightPage);
}

function lamp(): string {
  const cone = path('M 986 318 L 1178 318 L 1390 760 L 560 760 Z', '#FFF1C9', 'opacity="0.2" filter="url(#softer)"');
  const foot = ellipse(1240, 742, 104, 24, INK.ink, 'opacity="0.3"') + ellipse(1236, 732, 96, 22, '#3A322A') + ellipse(1236, 726, 96, 20, '#4B4137');
  const arm = line('M 1236 724 L 1268 478 L 1090 262', '#3A322A', 13) + line('M 1233 724 L 1264 480', '#6B5F50', 3) + circle(1268, 478, 15, '#4B4137') + circle(1268, 478, 6, INK.straw);
  const shade = path('M 1040 232 L 1118 222 Q 1170 256 1190 330 L 974 342 Q 988 268 1040 232 Z', 'url(#shade)') + ellipse(1082, 336, 108, 14, '#FFF3CF', 'transform="rotate(-3 1082 336)"');
  return cone + foot + arm + shade + rect(1062, 206, 36, 24, '#3A322A', 'rx="6"');
}

function cup(): string {
  const steam = line('M 236 612 c -16 -26 18 -40 2 -68 c -12 -22 8 -36 4 -52', '#FFFDF5', 5, 'opacity="0.5"') + line('M 270 616 c -12 -22 16 -34 4 -58', '#FFFDF5', 4, 'opacity="0.38"');
  const saucer = ellipse(256, 792, 128, 30, INK.ink, 'opacity="0.28" filter="url(#soft)"') + ellipse(252, 776, 122, 28, '#EFE6D0') + ellipse(252, 772, 122, 26, '#FBF6E9') + ellipse(252, 774, 76, 15, '#E2D6BC');
  const body = path('M 172 660 L 332 660 C 330 730 304 770 274 776 L 230 776 C 200 770 174 730 172 660 Z', '#FBF6E9') + path('M 286 660 L 332 660 C 330 730 304 770 274 776 L 258 776 C 284 760 292 710 286 660 Z', '#DDD0B4');
  const band = path('M 174 690 C 220 700 284 700 330 690 L 328 702 C 284 712 220 712 176 702 Z', INK.dusk);
  const handle = line('M 330 676 C 384 668 384 738 314 738', '#EDE2CA', 12);
  return saucer + handle + body + band + ellipse(252, 660, 80, 17, '#EDE2CA') + ellipse(252, 662, 71, 13, '#8C5A2B') + ellipse(240, 660, 34, 5, '#B98A4E') + steam;
}

function glasses(): string {
  const rims = `<ellipse cx="0" cy="0" rx="46" ry="26" fill="#FFFDF2" fill-opacity="0.22" stroke="${INK.ink}" stroke-width="6"/><ellipse cx="116" cy="6" rx="46" ry="26" fill="#FFFDF2" fill-opacity="0.22" stroke="${INK.ink}" stroke-width="6"/>`;
  return group('translate(1040 850) rotate(-7)', line('M 46 -2 q 12 -12 24 4', INK.ink, 6), line('M -44 -8 C -70 -46 -30 -58 30 -60', INK.ink, 5), line('M 160 -2 C 196 -40 160 -60 110 -58', INK.ink, 5), rims);
}
