import { INK, blend, circle, ellipse, glow, group, line, path, print, rect, seeded, sheet, WIDTH } from './ink.ts';

const HEIGHT = 933;
const PITCH = 100;
const ROWS = [
  { keys: [...'QWERTYUIOP'], lead: 70 },
  { keys: [...'ASDFGHJKL'], lead: 86 },
  { keys: [...'ZXCVBNM', ',', '.', '/'], lead: 112 },
] as const;
/** The four keys of the article that this picture belongs to. */
const LACQUERED = new Set(['J', 'K', 'S', 'M']);

/** A keyboard seen from above on a wooden desk, four of its keys in lacquer red. */
export function drawKeyboard(): string {
  const defs =
    `<linearGradient id="tabletop" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#B0804F"/><stop offset="1" stop-color="#855A38"/></linearGradient>` +
    glow('lampLight', 380, 140, 1050, '#FFE9B8', 0.26) +
    glow('lampless', 1400, 933, 720, '#1A0F07', 0.42);
  const scene =
    rect(0, 0, WIDTH, HEIGHT, 'url(#tabletop)') +
    grain() +
    paper() +
    cup(1196, 168) +
    group('translate(96 356) rotate(-4 600 250)', board()) +
    pencil() +
    rect(0, 0, WIDTH, HEIGHT, 'url(#lampLight)') +
    rect(0, 0, WIDTH, HEIGHT, 'url(#lampless)');
  return sheet(HEIGHT, defs, scene);
}

function grain(): string {
  const random = seeded(14);
  let out = '';
  for (let row = 0; row < 42; row++) {
    const y = row * 23 + random() * 12;
    out += line(`M -10 ${y} C ${200 + random() * 300} ${y - 14 + random() * 28} ${800 + random() * 300} ${y - 16 + random() * 32} 1410 ${y + random() * 10}`, '#6B472E', 1.6, 'opacity="0.26"');
  }
  return out;
}

/** The corner of a newspaper that lies under the keyboard, at the upper left. */
function paper(): string {
  const random = seeded(27);
  const content =
    rect(0, 0, 620, 420, '#FBF6E8') +
    rect(40, 40, 420, 40, INK.ink) +
    rect(40, 92, 540, 3, INK.quiet) +
    print(40, 112, 160, 18, 15, random) +
    rect(222, 112, 240, 120, INK.mist) +
    group('translate(222 112)', path('M 0 120 L 0 78 L 62 34 L 116 84 L 168 48 L 240 96 L 240 120 Z', INK.leaf), circle(190, 28, 14, '#F3E3B4')) +
    print(222, 246, 112, 9, 15, random) +
    print(350, 246, 112, 9, 15, random) +
    print(480, 112, 100, 18, 15, random);
  return group('translate(70 -96) rotate(7)', rect(10, 14, 620, 420, INK.ink, 'opacity="0.35" filter="url(#soft)"'), content);
}

function board(): string {
  const width = 1210;
  const height = 500;
  const shadow = rect(16, 26, width, height, INK.ink, 'rx="34" opacity="0.5" filter="url(#soft)"');
  const body = rect(0, 0, width, height, '#C9C0AE', 'rx="30"') + rect(0, 0, width, height - 10, '#EFE8D8', 'rx="30"') + rect(26, 26, width - 52, height - 62, '#D8CFBB', 'rx="16"');
  let keys = '';
  for (const [index, row] of ROWS.entries()) {
    const y = 40 + index * PITCH;
    keys += key(44, y, row.lead, '', 0);
    row.keys.forEach((name, place) => {
      const x = 54 + row.lead + place * PITCH;
      keys += key(x, y, PITCH - 10, name, place);
    });
    const end = 54 + row.lead + row.keys.length * PITCH;
    if (width - 44 - end > 30) keys += key(end, y, width - 44 - end, '', 0);
  }
  const y = 40 + 3 * PITCH;
  const widths = [96, 84, 84, 520, 84, 84];
  let x = 44;
  for (const w of widths) {
    keys += key(x, y, w, '', 0);
    x += w + 10;
  }
  keys += key(x, y, width - 44 - x, '', 0);
  return shadow + body + group('translate(0 18)', keys);
}

function key(x: number, y: number, w: number, name: string, place: number): string {
  const isRed = LACQUERED.has(name);
  const cap = isRed ? INK.lacquer : blend('#FBF7EC', INK.sand, name === '' ? 0.55 : 0.06 * (place % 3));
  const side = isRed ? '#651410' : '#A89C84';
  const h = PITCH - 12;
  const text =
    name === ''
      ? ''
      : `<text x="${x + 22}" y="${y + 46}" font-family="Be Vietnam Pro" font-size="32" font-weight="500" fill="${isRed ? '#FBF1DF' : INK.ink}">${name}</text>`;
  return rect(x + 3, y + 8, w, h, '#5C5140', 'rx="13" opacity="0.5"') + rect(x, y, w, h + 4, side, 'rx="13"') + rect(x + 2, y, w - 4, h - 6, cap, 'rx="12"') + rect(x + 9, y + 5, w - 18, h - 20, '#FFFFFF', `rx="9" opacity="${isRed ? 0.08 : 0.4}"`) + text;
}

/** Tea, from above. */
function cup(x: number, y: number): string {
  return (
    circle(x + 12, y + 18, 150, INK.ink, 'opacity="0.35" filter="url(#soft)"') +
    circle(x, y, 148, '#E9DFC8') +
    circle(x, y, 144, '#FBF6E9') +
    circle(x, y, 104, '#E6DAC0') +
    group(`rotate(-24 ${x} ${y})`, rect(x + 84, y - 15, 78, 30, '#F4ECDA', 'rx="15"'), rect(x + 84, y + 8, 78, 7, '#CDBF9F', 'rx="4"')) +
    circle(x, y, 94, '#FBF6E9') +
    circle(x, y, 94, 'none', `stroke="${INK.dusk}" stroke-width="5"`) +
    circle(x, y, 82, '#6E7A34') +
    circle(x, y, 76, '#98A047') +
    ellipse(x - 24, y - 28, 34, 18, '#E3E3A4', 'opacity="0.5" transform="rotate(-32 1172 140)"')
  );
}

function pencil(): string {
  return group(
    'translate(726 190) rotate(-22)',
    rect(-6, 12, 330, 18, INK.ink, 'opacity="0.3" filter="url(#soft)"'),
    rect(0, 0, 300, 22, INK.pine),
    rect(0, 0, 300, 7, '#5E7768'),
    rect(-16, 0, 18, 22, INK.straw),
    rect(-36, 1, 22, 20, '#C98A7C', 'rx="4"'),
    path('M 300 0 L 346 11 L 300 22 Z', '#E4C998'),
    path('M 332 7.6 L 346 11 L 332 14.4 Z', INK.ink),
  );
}
