import { INK, blend, circle, ellipse, glow, group, line, path, print, rect, seeded, sheet, WIDTH } from './ink.ts';

const HEIGHT = 933;
const LETTERS = ['A', 'Ă', 'Â', 'B', 'C', 'D', 'Đ', 'E', 'Ê', 'G', 'H', 'I', 'K', 'L', 'M', 'N', 'O', 'Ô', 'Ơ', 'P', 'Q', 'R', 'S', 'T', 'U', 'Ư', 'V', 'X', 'Y', ''];
const COLUMNS = 6;
const DRAWER = { width: 196, height: 138, left: 126, top: 64 } as const;
/** The drawer that stands open. */
const OPEN = 'Đ';

/** A library's card catalogue, one drawer for each letter of the Vietnamese alphabet; Đ is open. */
export function drawCatalogue(): string {
  const defs =
    `<linearGradient id="case" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#7A5234"/><stop offset="1" stop-color="#4E3321"/></linearGradient>` +
    `<linearGradient id="front" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#B98553"/><stop offset="1" stop-color="#97673D"/></linearGradient>` +
    `<linearGradient id="brass" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#EBD28F"/><stop offset="1" stop-color="#9A7834"/></linearGradient>` +
    glow('light', 420, 120, 1000, '#FFEFC4', 0.2) +
    glow('dark', 1330, 900, 760, '#1B110A', 0.5);
  const drawers = LETTERS.map((letter, index) => (letter === OPEN ? '' : closedDrawer(index, letter))).join('');
  const scene =
    rect(0, 0, WIDTH, HEIGHT, '#D9CBAE') +
    rect(60, 24, 1280, HEIGHT, 'url(#case)') +
    rect(44, 14, 1312, 26, '#8E6140') +
    rect(44, 40, 1312, 5, '#3B2617', 'opacity="0.6"') +
    drawers +
    rect(0, 0, WIDTH, HEIGHT, 'url(#dark)') +
    openDrawer(LETTERS.indexOf(OPEN)) +
    rect(0, 0, WIDTH, HEIGHT, 'url(#light)');
  return sheet(HEIGHT, defs, scene);
}

function place(index: number): readonly [x: number, y: number] {
  return [DRAWER.left + (index % COLUMNS) * DRAWER.width, DRAWER.top + Math.floor(index / COLUMNS) * (DRAWER.height + 26)];
}

function closedDrawer(index: number, letter: string): string {
  const [x, y] = place(index);
  const w = DRAWER.width - 14;
  const random = seeded(100 + index);
  let grain = '';
  for (let streak = 0; streak < 7; streak++) {
    const at = y + 12 + streak * 18 + random() * 8;
    grain += line(`M ${x + 6} ${at} q ${w * 0.4} ${random() * 10 - 5} ${w - 12} ${random() * 6 - 3}`, '#7B5230', 1.4, 'opacity="0.35"');
  }
  return (
    rect(x - 4, y - 4, w + 8, DRAWER.height + 8, '#3B2617') +
    rect(x, y, w, DRAWER.height, 'url(#front)') +
    grain +
    rect(x, y, w, 3, '#D8A872', 'opacity="0.7"') +
    rect(x, y + DRAWER.height - 4, w, 4, '#5E3F29', 'opacity="0.7"') +
    label(x + w / 2, y + 46, letter) +
    knob(x + w / 2, y + 104)
  );
}

function label(cx: number, y: number, letter: string): string {
  const size = 40;
  const text = `<text x="${cx}" y="${y + 14}" font-family="Literata" font-size="${size}" font-weight="600" fill="${INK.ink}" text-anchor="middle">${letter}</text>`;
  return rect(cx - 47, y - 33, 94, 66, 'url(#brass)', 'rx="5"') + rect(cx - 40, y - 27, 80, 54, '#FBF4E2') + rect(cx - 40, y - 27, 80, 5, '#B9A681', 'opacity="0.5"') + text;
}

function knob(cx: number, cy: number): string {
  return ellipse(cx + 3, cy + 7, 17, 15, '#3B2617', 'opacity="0.5"') + circle(cx, cy, 15, 'url(#brass)') + circle(cx - 4, cy - 5, 5, '#FBEFC8', 'opacity="0.8"');
}

/** The open drawer comes towards the reader: larger and lower than its place, its cards in sight. */
function openDrawer(index: number): string {
  const [x, y] = place(index);
  const w = DRAWER.width - 14;
  const random = seeded(77);
  const hole = rect(x - 4, y - 4, w + 8, DRAWER.height + 8, '#1F130B');
  const front = { x: x - 26, y: y + 150, w: w + 92, h: 190 };
  const shadow = path(`M ${front.x + 30} ${front.y + 120} L ${front.x + front.w + 70} ${front.y + 90} L ${front.x + front.w + 90} ${front.y + front.h + 70} L ${front.x + 50} ${front.y + front.h + 60} Z`, '#140C06', 'opacity="0.55" filter="url(#soft)"');
  const tray = path(`M ${x + 4} ${y + 30} L ${x + w - 4} ${y + 30} L ${front.x + front.w} ${front.y + 8} L ${front.x} ${front.y + 8} Z`, '#3A2516');
  let cards = '';
  const count = 15;
  for (let card = 0; card < count; card++) {
    const depth = card / (count - 1);
    const left = x + 14 + (front.x + 16 - x - 14) * depth;
    const right = x + w - 14 + (front.x + front.w - 16 - (x + w - 14)) * depth;
    const top = y - 8 + depth ** 1.15 * 130 + random() * 5;
    const isRed = card === 10;
    if (isRed) cards += path(`M ${left + (right - left) * 0.52} ${top - 26} l ${(right - left) * 0.27} 0 l 5 30 l ${-(right - left) * 0.27 - 10} 0 Z`, INK.lacquer);
    else if (card % 4 === 1) cards += path(`M ${left + (right - left) * (0.08 + random() * 0.5)} ${top - 14} l 46 0 l 4 18 l -54 0 Z`, '#EFE3C4');
    cards += rect(left, top, right - left, 70, blend('#E6D9BA', '#FBF6E8', 0.3 + depth * 0.7)) + rect(left, top, right - left, 1.6, '#9C8D6C');
  }
  const lastTop = y + 122;
  const lines = print(front.x + 40, lastTop + 12, front.w - 80, 2, 11, random, '#9C8D6C');
  return shadow + hole + tray + cards + lines + drawerFront(front);
}

function drawerFront(front: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): string {
  const { x, y, w, h } = front;
  const random = seeded(5);
  let grain = '';
  for (let streak = 0; streak < 9; streak++) grain += line(`M ${x + 8} ${y + 16 + streak * 20 + random() * 8} q ${w * 0.4} ${random() * 12 - 6} ${w - 16} ${random() * 8 - 4}`, '#7B5230', 1.6, 'opacity="0.35"');
  const plate = group(`translate(${x + w / 2} ${y + 66}) scale(1.42)`, label(0, 0, OPEN));
  const pull = group(`translate(${x + w / 2} ${y + 146}) scale(1.4)`, knob(0, 0));
  return rect(x, y, w, h, '#C08C58', 'rx="3"') + grain + rect(x, y, w, 5, '#E2B682') + rect(x, y + h - 6, w, 6, '#6B472E') + plate + pull;
}
