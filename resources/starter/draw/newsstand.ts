import { INK, blend, circle, ellipse, glow, group, line, path, print, rect, seeded, sheet, WIDTH } from './ink.ts';

const HEIGHT = 933;

/** A street newsstand in the morning: papers hang in rows under a striped awning, a bicycle leans beside it. */
export function drawNewsstand(): string {
  const defs =
    `<linearGradient id="plaster" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#E5C67F"/><stop offset="1" stop-color="#D4AE62"/></linearGradient>` +
    `<linearGradient id="inside" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4A3A2C"/><stop offset="1" stop-color="#6F563F"/></linearGradient>` +
    `<linearGradient id="paving" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#B3A58C"/><stop offset="1" stop-color="#93866F"/></linearGradient>` +
    glow('morning', 120, 20, 860, '#FFF3CC', 0.5);
  const scene =
    rect(0, 0, WIDTH, 740, 'url(#plaster)') +
    wall() +
    rect(0, 740, WIDTH, HEIGHT - 740, 'url(#paving)') +
    paving() +
    stand() +
    bicycle(128, 812) +
    tree() +
    rect(0, 0, WIDTH, HEIGHT, 'url(#morning)');
  return sheet(HEIGHT, defs, scene);
}

function wall(): string {
  const random = seeded(31);
  let stains = '';
  for (let spot = 0; spot < 16; spot++) stains += ellipse(random() * WIDTH, random() * 640, 50 + random() * 120, 14 + random() * 40, '#C99F50', 'opacity="0.22" filter="url(#soft)"');
  const shutter = (x: number): string => {
    let out = rect(x - 10, 92, 196, 396, '#F0E2C0') + rect(x, 102, 176, 376, '#4F6B5C');
    for (let slat = 0; slat < 22; slat++) out += rect(x + 10, 112 + slat * 16.4, 72, 8, '#3D5649') + rect(x + 94, 112 + slat * 16.4, 72, 8, '#3D5649');
    return out + rect(x + 85, 102, 6, 376, '#34493E') + rect(x - 22, 488, 220, 16, '#F0E2C0');
  };
  const skirting = rect(0, 664, WIDTH, 76, '#B98E48') + rect(0, 660, WIDTH, 6, '#A37C3D');
  return stains + shutter(88) + skirting;
}

function paving(): string {
  const random = seeded(8);
  let out = rect(0, 740, WIDTH, 9, '#7F735E', 'opacity="0.5"');
  for (let row = 0; row < 4; row++) {
    const y = 752 + row * row * 9 + row * 34;
    out += line(`M -10 ${y} L 1410 ${y}`, '#7F735E', 2, 'opacity="0.5"');
    for (let x = random() * 90; x < WIDTH; x += 130 + row * 42) out += line(`M ${x} ${y} L ${x - 18 + ((700 - x) / 700) * -26} ${y + 40 + row * 20}`, '#7F735E', 2, 'opacity="0.4"');
  }
  return out;
}

function stand(): string {
  const box = ellipse(860, 800, 500, 30, INK.ink, 'opacity="0.35" filter="url(#soft)"') + rect(440, 250, 830, 548, 'url(#inside)') + rect(440, 250, 16, 548, '#7A5A3C') + rect(1254, 250, 16, 548, '#7A5A3C');
  const strings = [336, 502].map((y) => line(`M 456 ${y} Q 855 ${y + 14} 1254 ${y}`, '#D8C49A', 3)).join('');
  return box + strings + papers() + counter() + awning() + stool(1300, 806);
}

/** Two rows of hanging papers, each with its own masthead, picture and columns. */
function papers(): string {
  const random = seeded(17);
  const heads = [INK.lacquer, INK.ink, INK.pine, INK.night, INK.ink, INK.lacquer, INK.quiet];
  let out = '';
  for (const [row, y] of [[0, 338], [1, 506]] as const) {
    for (let index = 0; index < 7; index++) {
      const x = 474 + index * 110 + row * 12;
      const sag = 12 - Math.abs(x - 820) * 0.024;
      out += sheetOfPaper(x, y + sag, 92, 140, heads[(index + row * 3) % heads.length] ?? INK.ink, random);
    }
  }
  return out;
}

function sheetOfPaper(x: number, y: number, w: number, h: number, head: string, random: () => number): string {
  const tint = blend('#FBF7EC', INK.sand, random() * 0.45);
  const inner = w - 16;
  const picture = random() < 0.75;
  const tall = 30 + random() * 14;
  const image = rect(8, 34, inner, tall, blend(INK.mist, INK.dusk, random())) + path(`M 8 ${34 + tall} L ${20 + random() * 14} ${44 + random() * 8} L ${48} ${34 + tall - 8} L ${62 + random() * 10} ${46 + random() * 8} L ${w - 8} ${34 + tall} Z`, INK.leaf);
  const from = picture ? 42 + tall : 36;
  const rows = Math.floor((h - from - 8) / 7);
  const columns = print(8, from, inner * 0.46, rows, 7, random, '#8F8775') + print(8 + inner * 0.54, from, inner * 0.46, rows, 7, random, '#8F8775');
  const peg = (at: number): string => rect(at, -8, 6, 16, INK.straw) + rect(at, -1, 6, 3, INK.woodDark);
  const body = rect(5, 6, w, h, INK.ink, 'opacity="0.3"') + rect(0, 0, w, h, tint) + rect(8, 9, inner, 14, head) + rect(8, 27, inner * 0.6, 3, INK.stone) + (picture ? image : '') + columns;
  return group(`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${(random() * 3 - 1.5).toFixed(2)})`, body, peg(14), peg(w - 20));
}

function counter(): string {
  const random = seeded(23);
  let stacks = '';
  for (let index = 0; index < 6; index++) {
    const x = 470 + index * 130;
    const sheets = 5 + Math.floor(random() * 6);
    for (let sheetIndex = 0; sheetIndex < sheets; sheetIndex++) {
      const shift = random() * 6 - 3;
      const y = 690 - sheetIndex * 6;
      stacks += rect(x + shift, y - 6, 108, 5.4, blend('#FBF7EC', INK.sand, random() * 0.6)) + rect(x + shift, y - 1.2, 108, 1.2, '#8F8061');
    }
    const top = 690 - sheets * 6;
    stacks += path(`M ${x} ${top} L ${x + 108} ${top} L ${x + 98} ${top - 15} L ${x + 12} ${top - 15} Z`, '#FBF7EC') + path(`M ${x + 16} ${top - 4} L ${x + 92} ${top - 4} L ${x + 88} ${top - 10} L ${x + 19} ${top - 10} Z`, index % 3 === 0 ? INK.lacquer : INK.quiet);
  }
  const board = rect(424, 690, 862, 16, '#A77C4E') + rect(424, 706, 862, 5, INK.woodDark);
  let front = rect(440, 711, 830, 92, '#7E8F6E');
  for (let plank = 0; plank < 12; plank++) front += rect(440 + plank * 70, 711, 2.5, 92, '#5E6F52');
  return front + board + stacks;
}

/** The awning: broad stripes that end in scallops, with its own shadow on the papers. */
function awning(): string {
  const stripes = 13;
  const w = 930 / stripes;
  const shadow = path('M 440 296 L 1270 296 L 1270 372 L 440 344 Z', INK.ink, 'opacity="0.3"');
  let out = '';
  for (let index = 0; index < stripes; index++) {
    const x = 390 + index * w;
    const topX = 440 + (index * 830) / stripes;
    const topW = 830 / stripes;
    const colour = index % 2 === 0 ? INK.lacquer : INK.cream;
    out += path(`M ${topX} 158 L ${topX + topW} 158 L ${x + w} 288 L ${x} 288 Z`, colour);
    out += path(`M ${x} 288 L ${x + w} 288 L ${x + w} 306 A ${w / 2} 20 0 0 1 ${x} 306 Z`, blend(colour, INK.ink, 0.12));
  }
  return shadow + out + rect(432, 148, 846, 14, '#7A5A3C') + line('M 390 288 L 1320 288', INK.ink, 1.5, 'opacity="0.25"');
}

function stool(x: number, y: number): string {
  return ellipse(x, y + 4, 62, 9, INK.ink, 'opacity="0.3"') + path(`M ${x - 36} ${y - 84} L ${x - 52} ${y} L ${x - 40} ${y} L ${x - 24} ${y - 84} Z M ${x + 36} ${y - 84} L ${x + 52} ${y} L ${x + 40} ${y} L ${x + 24} ${y - 84} Z`, '#2F5B78') + rect(x - 44, y - 44, 88, 8, '#2F5B78') + rect(x - 50, y - 94, 100, 15, '#3E7396', 'rx="6"');
}

function bicycle(x: number, y: number): string {
  const wheel = (cx: number): string => {
    let spokes = '';
    for (let spoke = 0; spoke < 10; spoke++) {
      const angle = (spoke / 10) * Math.PI;
      spokes += line(`M ${cx - Math.cos(angle) * 78} ${-78 - Math.sin(angle) * 78} L ${cx + Math.cos(angle) * 78} ${-78 + Math.sin(angle) * 78}`, '#5B5347', 1.4);
    }
    return `${spokes}<circle cx="${cx}" cy="-78" r="80" fill="none" stroke="${INK.ink}" stroke-width="8"/><circle cx="${cx}" cy="-78" r="73" fill="none" stroke="${INK.stone}" stroke-width="3"/>${circle(cx, -78, 8, INK.ink)}`;
  };
  const frame = line('M 0 -78 L 60 -170 L 104 -78 L 0 -78 M 60 -170 L 196 -176 L 104 -78 M 190 -198 L 228 -78', INK.night, 8);
  const seat = path('M 26 -196 q 36 -14 62 0 q 8 10 -10 12 l -40 -2 q -14 -2 -12 -10 Z', INK.woodDark) + line('M 58 -186 L 62 -168', INK.ink, 6);
  const bars = line('M 190 -198 L 184 -222 q 12 -14 40 -10 M 184 -222 q -20 6 -34 22', INK.ink, 6);
  const bag = path('M -52 -150 L 30 -150 L 26 -92 L -48 -92 Z', '#8A7450') + rect(-44, -166, 60, 22, '#F6EFDD', 'transform="rotate(-6 -14 -155)"') + rect(-38, -172, 56, 10, '#E9DCC0', 'transform="rotate(-6 -14 -155)"') + path('M -54 -152 L 32 -152 L 31 -134 L -53 -134 Z', '#A68C62');
  const crank = `<circle cx="104" cy="-78" r="18" fill="none" stroke="${INK.ink}" stroke-width="5"/>` + line('M 104 -78 L 122 -50 M 112 -48 L 134 -50', INK.ink, 5);
  return ellipse(x + 116, y + 3, 220, 12, INK.ink, 'opacity="0.3"') + group(`translate(${x} ${y}) scale(1.02)`, wheel(0), wheel(228), frame, crank, seat, bars, bag);
}

/** A few leaves from a tree outside the frame, at the upper right. */
function tree(): string {
  const random = seeded(41);
  let out = line('M 1410 40 C 1300 60 1240 40 1160 84 M 1410 120 C 1350 110 1330 140 1290 150', INK.woodDark, 7);
  for (let leaf = 0; leaf < 90; leaf++) {
    const x = 1110 + random() * 310;
    const y = -10 + random() * 60 + ((x - 1110) / 310) * 105 * random();
    const size = 13 + random() * 13;
    out += path(`M 0 0 Q ${size * 0.5} ${-size * 0.5} ${size * 1.3} 0 Q ${size * 0.5} ${size * 0.5} 0 0 Z`, blend(INK.leaf, random() < 0.5 ? INK.pine : INK.rice, random() * 0.8), `transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${(random() * 180).toFixed(0)})"`);
  }
  return out;
}
