import { INK, blend, circle, ellipse, glow, group, line, path, print, rect, seeded, sheet, WIDTH } from './ink.ts';

const HEIGHT = 933;
const SHELVES = [296, 562, 828] as const;
const SPINES = [INK.pine, INK.night, INK.lacquerDark, INK.ochre, INK.quiet, INK.leaf, INK.sand, '#8C5A3C', '#51606B', '#C7AE7C', '#6E7F6B'] as const;

/** A bookcase: books, bundles of newspapers tied with string, a box of cuttings. */
export function drawBookcase(): string {
  const defs =
    `<linearGradient id="back" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4B3626"/><stop offset="1" stop-color="#5B4330"/></linearGradient>` +
    `<linearGradient id="board" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#B5834F"/><stop offset="1" stop-color="#8A5F3C"/></linearGradient>` +
    glow('lampGlow', 520, 240, 900, '#FFE8B0', 0.34) +
    glow('corner', 1400, 933, 700, '#160D07', 0.5);
  const scene =
    rect(0, 0, WIDTH, HEIGHT, 'url(#back)') +
    planks() +
    SHELVES.map((y) => rect(40, y - 236, WIDTH - 80, 26, '#1F140C', 'opacity="0.45"')).join('') +
    topShelf() +
    middleShelf() +
    bottomShelf() +
    SHELVES.map(board).join('') +
    rect(0, 0, 44, HEIGHT, 'url(#board)') +
    rect(WIDTH - 44, 0, 44, HEIGHT, '#7A5334') +
    rect(44, 0, 10, HEIGHT, '#1F140C', 'opacity="0.35"') +
    rect(0, 0, WIDTH, HEIGHT, 'url(#lampGlow)') +
    rect(0, 0, WIDTH, HEIGHT, 'url(#corner)');
  return sheet(HEIGHT, defs, scene);
}

function planks(): string {
  let out = '';
  for (let x = 44; x < WIDTH; x += 164) out += rect(x, 0, 3, HEIGHT, '#38271A', 'opacity="0.7"');
  return out;
}

function board(y: number): string {
  return rect(0, y, WIDTH, 26, 'url(#board)') + rect(0, y, WIDTH, 3, '#D9AA72', 'opacity="0.8"') + rect(0, y + 26, WIDTH, 9, '#1F140C', 'opacity="0.4"');
}

/** Books side by side from `from` to `to`; the last may lean. */
function books(from: number, to: number, base: number, seed: number): string {
  const random = seeded(seed);
  let out = '';
  let x = from;
  while (x < to - 22) {
    const w = Math.min(20 + random() * 34, to - x);
    const h = 136 + random() * 74;
    const colour = blend(SPINES[Math.floor(random() * SPINES.length)] ?? INK.quiet, '#D6BE93', random() * 0.22);
    out += spine(x, base - h, w - 1.5, h, colour, random);
    x += w;
  }
  return out;
}

function spine(x: number, y: number, w: number, h: number, colour: string, random: () => number): string {
  const gilt = blend(INK.straw, INK.cream, random() * 0.7);
  const style = Math.floor(random() * 4);
  const body = rect(x, y, w, h, colour) + rect(x, y, w * 0.16, h, '#FFFFFF', 'opacity="0.1"') + rect(x + w * 0.8, y, w * 0.2, h, '#000000', 'opacity="0.18"');
  if (style === 0) return body + rect(x + 2, y + 18, w - 4, 3, gilt) + rect(x + 2, y + 25, w - 4, 3, gilt) + rect(x + 2, y + h - 28, w - 4, 3, gilt);
  if (style === 1) return body + rect(x + w * 0.2, y + 26, w * 0.6, h * 0.34, INK.cream, 'opacity="0.9"') + rect(x + w * 0.42, y + 34, w * 0.16, h * 0.24, INK.quiet);
  if (style === 2) return body + rect(x + w * 0.4, y + 24, w * 0.2, h * 0.42, gilt) + circle(x + w / 2, y + h - 26, Math.min(7, w * 0.22), gilt);
  return body + rect(x + 2, y + h * 0.3, w - 4, h * 0.16, blend(colour, INK.ink, 0.4)) + rect(x + w * 0.25, y + h * 0.35, w * 0.5, 4, gilt) + rect(x + 2, y + h - 16, w - 4, 3, gilt);
}

/** A stack of folded newspapers with string tied round it. */
function bundle(x: number, base: number, w: number, sheets: number, seed: number): string {
  const random = seeded(seed);
  let out = '';
  const gap = 13;
  for (let index = 0; index < sheets; index++) {
    const y = base - (index + 1) * gap;
    const shift = random() * 8 - 4;
    const tint = blend('#FBF5E6', INK.sand, 0.15 + random() * 0.6);
    out += `<rect x="${(x + shift).toFixed(1)}" y="${y}" width="${w}" height="${gap - 1}" rx="${gap / 2}" fill="${tint}"/>`;
    out += rect(x + shift + 7, y + gap * 0.46, w - 10, 1.3, '#A3946F', 'opacity="0.9"') + rect(x + shift + 3, y + gap - 2.2, w - 6, 1.4, '#6F6046', 'opacity="0.65"');
    if (random() < 0.5) out += rect(x + shift + 14 + random() * w * 0.5, y + 3, 22 + random() * 40, 2.6, '#8B7F66');
  }
  const top = base - sheets * gap;
  const string = [0.3, 0.7].map((at) => line(`M ${x + w * at} ${top - 2} q 5 ${(sheets * gap) / 2} 0 ${sheets * gap + 1}`, '#B08A4A', 4) + line(`M ${x + w * at - 1} ${top} q 5 ${(sheets * gap) / 2} 0 ${sheets * gap - 2}`, '#E2C68B', 1.2)).join('');
  const knot = circle(x + w * 0.3, top - 3, 5, '#B08A4A') + line(`M ${x + w * 0.3} ${top - 4} q -18 -18 -28 -4 q 6 10 28 4 q 16 -20 30 -8 q -4 12 -30 8`, '#B08A4A', 3.4);
  return out + string + knot;
}

function topShelf(): string {
  const y = SHELVES[0];
  return books(66, 470, y, 4) + leaning(484, y) + bundle(590, y, 236, 10, 6) + books(866, 1120, y, 15) + globe(1232, y);
}

function leaning(x: number, base: number): string {
  const random = seeded(2);
  return group(`translate(${x} ${base}) rotate(-13)`, spine(22, -176, 36, 176, INK.lacquer, random));
}

function globe(x: number, base: number): string {
  const land = path('M -46 -20 q 20 -34 46 -26 q 12 12 -6 24 q -8 20 -22 14 q -10 12 -18 -12 Z M 12 6 q 26 -18 44 -2 q 0 34 -26 46 q -22 -12 -18 -44 Z M -34 26 q 16 -4 20 12 q -8 14 -20 -12 Z', INK.rice);
  return group(
    `translate(${x} ${base - 118})`,
    ellipse(0, 114, 60, 9, '#3B2617'),
    rect(-7, 76, 14, 38, '#7A5334'),
    `<path d="M 42 -74 A 84 84 0 0 1 -34 78" fill="none" stroke="${INK.ochre}" stroke-width="9" stroke-linecap="round" transform="scale(1.06)"/>`,
    circle(0, 0, 70, '#7F98A0'),
    land,
    `<path d="M 0 -70 A 70 70 0 0 1 0 70 A 96 96 0 0 0 0 -70 Z" fill="#000000" opacity="0.16"/>`,
    circle(-26, -30, 20, '#FFFFFF', 'opacity="0.14"'),
  );
}

function middleShelf(): string {
  const y = SHELVES[1];
  return bundle(78, y, 214, 13, 12) + bundle(312, y, 214, 9, 22) + books(556, 812, y, 44) + cuttings(846, y) + books(1098, 1346, y, 9);
}

/** The box of cuttings: its lid is off and a sheet looks out. */
function cuttings(x: number, base: number): string {
  const random = seeded(88);
  const sheetOut = group(
    `translate(${x + 44} ${base - 190}) rotate(-5)`,
    rect(0, 0, 132, 120, '#FBF6E8'),
    rect(12, 12, 84, 12, INK.ink),
    print(12, 34, 50, 8, 9, random, '#8F8775'),
    print(70, 34, 50, 8, 9, random, '#8F8775'),
  );
  const second = group(`translate(${x + 92} ${base - 168}) rotate(7)`, rect(0, 0, 108, 100, '#EFE3C8'), rect(12, 12, 60, 9, INK.quiet));
  const box = rect(x, base - 124, 220, 124, '#8E2B1B') + rect(x, base - 124, 220, 8, '#B2463A') + rect(x + 194, base - 124, 26, 124, '#000000', 'opacity="0.15"');
  const plate = rect(x + 62, base - 92, 96, 52, INK.straw, 'rx="4"') + rect(x + 68, base - 86, 84, 40, '#FBF4E2') + rect(x + 80, base - 74, 60, 5, INK.quiet) + rect(x + 80, base - 62, 40, 5, INK.stone);
  return second + sheetOut + box + plate + circle(x + 110, base - 22, 7, INK.straw);
}

function bottomShelf(): string {
  const y = SHELVES[2];
  return books(66, 338, y, 51) + bundle(372, y, 250, 14, 31) + bundle(648, y, 204, 6, 37) + plantOn(752, y - 78) + books(890, 1082, y, 63) + bundle(1108, y, 230, 11, 71);
}

function plantOn(x: number, base: number): string {
  const leaf = (angle: number, length: number, tint: number): string => group(`rotate(${angle})`, path(`M 0 0 Q ${length * 0.22} ${-length * 0.55} 0 ${-length} Q ${-length * 0.22} ${-length * 0.55} 0 0 Z`, blend(INK.leaf, INK.rice, tint)), line(`M 0 -6 L 0 ${-length * 0.86}`, INK.pine, 1.4, 'opacity="0.5"'));
  const leaves = group('translate(0 -46)', leaf(-62, 78, 0.1), leaf(58, 82, 0.15), leaf(-34, 98, 0.5), leaf(30, 96, 0.4), leaf(-4, 104, 0.25));
  return group(`translate(${x} ${base})`, leaves, path('M -34 -50 L 34 -50 L 26 0 L -26 0 Z', '#D8CDB4'), rect(-38, -58, 76, 12, '#E9DFC8'), path('M 12 -50 L 34 -50 L 26 0 L 10 0 Z', '#000000', 'opacity="0.1"'));
}
