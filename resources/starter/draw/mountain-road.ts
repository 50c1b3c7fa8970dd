import { INK, blend, circle, ellipse, glow, group, line, path, rect, ribbon, ridge, ridgeLine, seeded, sheet, WIDTH } from './ink.ts';

const HEIGHT = 933;

/** A mountain road over rice terraces; the mast stands half behind the far ridge. */
export function drawMountainRoad(): string {
  const defs =
    `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#DDE4E0"/><stop offset="0.6" stop-color="${INK.cream}"/>` +
    `<stop offset="1" stop-color="#F6E3C0"/></linearGradient>` +
    glow('sun', 1010, 300, 420, '#FFF4D6', 0.95);
  const scene =
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)') +
    rect(0, 0, WIDTH, HEIGHT, 'url(#sun)') +
    circle(1010, 262, 54, '#FBF1DA') +
    farRidges() +
    terraces() +
    road() +
    nearSlope() +
    birds();
  return sheet(HEIGHT, defs, scene);
}

function farRidges(): string {
  return (
    path(ridge(330, [[46, 900, 0.4], [22, 310, 1.2], [7, 90, 0]], HEIGHT), blend(INK.mist, INK.dusk, 0.12)) +
    mast(300, 268) +
    path(ridge(372, [[62, 760, 2.4], [20, 260, 0.2], [6, 70, 2]], HEIGHT), blend(INK.mist, INK.dusk, 0.42)) +
    ellipse(420, 430, 560, 34, '#EEF0EA', 'opacity="0.75" filter="url(#soft)"') +
    path(ridge(436, [[54, 1150, 4.1], [24, 330, 2.2], [6, 80, 1]], HEIGHT), blend(INK.dusk, INK.leaf, 0.38)) +
    ellipse(1080, 492, 480, 26, '#EEF0EA', 'opacity="0.7" filter="url(#soft)"') +
    path(ridge(500, [[38, 980, 1.1], [14, 240, 0.5]], HEIGHT), blend(INK.dusk, INK.leaf, 0.72))
  );
}

function mast(x: number, y: number): string {
  const legs = line(`M ${x - 15} ${y + 100} L ${x} ${y - 70} L ${x + 15} ${y + 100}`, INK.quiet, 3);
  const rungs = [0, 1, 2, 3, 4].map((step) => {
    const half = 3 + step * 2.5;
    const top = y - 34 + step * 26;
    return line(`M ${x - half} ${top} L ${x + half + 2} ${top + 22} M ${x + half} ${top} L ${x - half - 2} ${top + 22}`, INK.quiet, 1.6);
  });
  return legs + rungs.join('') + line(`M ${x} ${y - 70} L ${x} ${y - 96}`, INK.quiet, 2.5) + circle(x, y - 98, 6, INK.lacquer);
}

/** Terraces that are flooded and show the sky. */
const WATER = new Set([2, 7, 8, 13]);

/** Rice terraces: bands whose edges follow the slope, each a little lower, wider and warmer than the one above. */
function terraces(): string {
  const random = seeded(11);
  let out = '';
  const steps = 19;
  for (let step = 0; step < steps; step++) {
    const depth = step / (steps - 1);
    const base = 540 + 370 * depth ** 1.25;
    const waves: (readonly [number, number, number])[] = [
      [34 + 26 * depth, 820, 0.6 + step * 0.07],
      [13 + 9 * depth, 290, 2 + step * 0.19],
      [4 + 3 * depth, 118, step * 0.55],
    ];
    const isWater = WATER.has(step);
    const dry = blend(INK.rice, INK.straw, Math.min(1, 0.12 + 0.75 * depth * (0.6 + random() * 0.6)));
    const fill = isWater ? blend(INK.mist, INK.cream, 0.45) : dry;
    out += path(ridge(base, waves, HEIGHT), blend(fill, INK.pine, 0.5));
    out += path(ridge(base + 4 + 4 * depth, waves, HEIGHT), fill);
    if (!isWater) out += tufts(base + 13 + 8 * depth, waves, depth, random);
    out += line(ridgeLine(base, waves), INK.pine, 1.2 + depth, 'opacity="0.55"');
  }
  return out;
}

function tufts(base: number, waves: readonly (readonly [number, number, number])[], depth: number, random: () => number): string {
  let d = '';
  for (let x = random() * 20; x < WIDTH; x += 11 + 13 * depth + random() * 16) {
    let y = base + random() * 7 * (1 + depth);
    for (const [amplitude, length, phase] of waves) y += amplitude * Math.sin((x / length) * Math.PI * 2 + phase);
    const tall = 3 + 4 * depth;
    d += `M ${x.toFixed(0)} ${y.toFixed(1)} l ${-tall * 0.4} ${-tall} M ${x.toFixed(0)} ${y.toFixed(1)} l ${tall * 0.35} ${-tall * 1.1} `;
  }
  return line(d, INK.leaf, 1.2 + depth * 0.7, 'opacity="0.5"');
}

/** Centre line and width of the road: out of the right, two bends up the slope, and away over the left crest. */
const ROAD = [
  [1500, 812, 46], [1420, 806, 44], [1240, 790, 42], [1060, 789, 40], [900, 772, 37], [782, 732, 34], [752, 690, 31], [800, 656, 28],
  [900, 637, 25], [990, 618, 22], [1028, 592, 19], [990, 570, 16], [880, 557, 14], [740, 553, 12], [600, 551, 10], [510, 541, 8], [462, 525, 6],
  [440, 507, 4], [436, 500, 3],
] as const;

function road(): string {
  const widened = (by: number): string => ribbon(ROAD.map(([x, y, width]) => [x, y, width + by * (width / 40)] as const));
  const middle = ribbon(ROAD.slice(0, 10).map(([x, y, width]) => [x, y, width * 0.06] as const));
  return (
    group('translate(0 12)', path(widened(26), INK.woodDark, 'opacity="0.28"')) +
    path(widened(9), blend(INK.stone, INK.ink, 0.4)) +
    path(widened(0), blend(INK.sand, INK.stone, 0.3)) +
    path(middle, INK.paper, 'opacity="0.8"') +
    posts() +
    bus(1012, 752)
  );
}

function posts(): string {
  const places = [[1330, 768], [1240, 757], [1150, 757], [930, 744], [842, 716]] as const;
  return places.map(([x, y]) => rect(x, y - 14, 7, 22, INK.paper) + rect(x, y - 14, 7, 7, INK.lacquer)).join('');
}

function bus(x: number, y: number): string {
  const body = path('M 0 8 q 0 -8 9 -8 l 96 0 q 11 0 13 12 l 4 22 l 0 20 l -122 0 Z', INK.lacquer);
  const band = rect(0, 34, 122, 7, INK.cream);
  const windows = [8, 32, 56, 80].map((at) => rect(at, 10, 19, 17, '#F3E3B4')).join('') + path('M 103 10 l 6 0 l 6 17 l -12 0 Z', '#F3E3B4');
  const luggage = rect(16, -9, 34, 9, INK.ochre) + rect(54, -7, 22, 7, INK.pine);
  const wheel = (at: number): string => circle(at, 54, 11, INK.ink) + circle(at, 54, 4, INK.stone);
  return ellipse(x + 62, y + 58, 70, 8, INK.ink, 'opacity="0.25"') + group(`translate(${x} ${y}) scale(0.92) rotate(1.5)`, luggage, body, band, windows, wheel(26), wheel(96));
}

/** The dark slope in the foreground with a few pines: it gives the valley its depth. */
function nearSlope(): string {
  const slope = path(`M -20 700 C 120 716 240 800 420 852 C 560 892 720 912 900 ${HEIGHT + 4} L -20 ${HEIGHT + 4} Z`, INK.pine);
  const edge = line('M -20 700 C 120 716 240 800 420 852 C 560 892 720 912 900 936', INK.ink, 2.5, 'opacity="0.4"');
  const trees = [[70, 735, 1.5], [176, 790, 1.15], [24, 745, 1.05], [270, 822, 0.9], [392, 862, 0.75]] as const;
  return slope + edge + trees.map(([x, y, scale]) => pine(x, y, scale)).join('');
}

function pine(x: number, y: number, scale: number): string {
  const layers = [0, 1, 2, 3, 4]
    .map((step) => {
      const half = 16 + step * 9;
      const top = -150 + step * 27;
      return path(`M 0 ${top} C ${half * 0.3} ${top + 26} ${half * 0.7} ${top + 38} ${half} ${top + 46} L ${-half} ${top + 46} C ${-half * 0.7} ${top + 38} ${-half * 0.3} ${top + 26} 0 ${top} Z`, blend(INK.pine, INK.ink, 0.28 + step * 0.05));
    })
    .reverse();
  return group(`translate(${x} ${y}) scale(${scale})`, rect(-4, -14, 8, 30, INK.woodDark), ...layers);
}

function birds(): string {
  return [[640, 170, 1], [700, 148, 0.8], [742, 186, 0.7]].map(([x = 0, y = 0, scale = 1]) => group(`translate(${x} ${y}) scale(${scale})`, line('M -20 -6 q 10 -8 20 4 q 10 -12 20 -4', INK.quiet, 2.6))).join('');
}
