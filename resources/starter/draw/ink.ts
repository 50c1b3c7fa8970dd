/** The paper, inks and small strokes that every starter picture is made of. Pure: numbers in, SVG text out. */

export const WIDTH = 1400;

export const INK = {
  paper: '#FBF9F4',
  cream: '#F3EAD6',
  sand: '#E4D5B7',
  straw: '#D3B36B',
  ochre: '#B98A3E',
  wood: '#8A5F3C',
  woodDark: '#5E3F29',
  ink: '#1E1B16',
  quiet: '#655E54',
  stone: '#A79F92',
  lacquer: '#A3241C',
  lacquerDark: '#7A1A15',
  rice: '#8E9A5B',
  leaf: '#5F7350',
  pine: '#3F5449',
  mist: '#C9D3CF',
  dusk: '#7C93A0',
  night: '#33434F',
} as const;

/** A seeded source of numbers in [0, 1) (mulberry32), so that a picture is the same each time it is drawn. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `#RRGGBB` between two colours; `at` from 0 to 1. */
export function blend(from: string, to: string, at: number): string {
  const part = (offset: number): string => {
    const a = Number.parseInt(from.slice(offset, offset + 2), 16);
    const b = Number.parseInt(to.slice(offset, offset + 2), 16);
    return Math.round(a + (b - a) * at).toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

export function rect(x: number, y: number, w: number, h: number, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}" ${more}/>`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d: string, stroke: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${more}/>`;
}

export function group(transform: string, ...parts: readonly string[]): string {
  return `<g transform="${transform}">${parts.join('')}</g>`;
}

/** Rows of grey that read as columns of print from a distance; the last row of each paragraph is short. */
export function print(x: number, y: number, w: number, rows: number, gap: number, random: () => number, colour: string = INK.stone): string {
  let out = '';
  for (let row = 0; row < rows; row++) {
    const isLast = (random() < 0.16 && row > 1) || row === rows - 1;
    out += rect(x, y + row * gap, isLast ? w * (0.35 + random() * 0.45) : w, gap * 0.36, colour);
  }
  return out;
}

/** A smooth ridge from left to right as path data: the sum of a few sines, closed at `bottom`. */
export function ridge(base: number, waves: readonly (readonly [amplitude: number, length: number, phase: number])[], bottom: number): string {
  return `${ridgeLine(base, waves)} L ${WIDTH + 20} ${bottom} L -20 ${bottom} Z`;
}

export function ridgeLine(base: number, waves: readonly (readonly [amplitude: number, length: number, phase: number])[]): string {
  const points: string[] = [];
  for (let x = -20; x <= WIDTH + 20; x += 10) {
    let y = base;
    for (const [amplitude, length, phase] of waves) y += amplitude * Math.sin((x / length) * Math.PI * 2 + phase);
    points.push(`${x} ${round(y)}`);
  }
  return `M ${points.join(' L ')}`;
}

/** A band along a smooth centre line through `points`, as wide at each as its third number says: path data. */
export function ribbon(points: readonly (readonly [x: number, y: number, width: number])[]): string {
  const left: string[] = [];
  const right: string[] = [];
  const at = (index: number): readonly [number, number, number] => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0, 0];
  for (let index = 0; index < points.length - 1; index++) {
    const spans = [at(index - 1), at(index), at(index + 1), at(index + 2)] as const;
    for (let step = 0; step < 16; step++) {
      const t = step / 16;
      const value = (axis: 0 | 1 | 2, time: number): number => spline(spans[0][axis], spans[1][axis], spans[2][axis], spans[3][axis], time);
      const dx = value(0, t + 0.01) - value(0, t);
      const dy = value(1, t + 0.01) - value(1, t);
      const half = value(2, t) / 2 / Math.max(1e-6, Math.hypot(dx, dy));
      left.push(`${round(value(0, t) - dy * half)} ${round(value(1, t) + dx * half)}`);
      right.push(`${round(value(0, t) + dy * half)} ${round(value(1, t) - dx * half)}`);
    }
  }
  return `M ${left.join(' L ')} L ${right.reverse().join(' L ')} Z`;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

/** Shading that falls off from a corner or a lamp. */
export function glow(id: string, cx: number, cy: number, r: number, colour: string, strength: number): string {
  return (
    `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${cx}" cy="${cy}" r="${r}">` +
    `<stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`
  );
}

/** The finished sheet: the scene, and the faint grain of newsprint over it. */
export function sheet(height: number, defs: string, scene: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><defs>${defs}` +
    '<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="7"/>' +
    '<feColorMatrix values="0 0 0 0 0.12  0 0 0 0 0.10  0 0 0 0 0.08  0 0 0 -1.1 0.62"/></filter>' +
    '<filter id="soft" filterUnits="userSpaceOnUse" x="-200" y="-200" width="1800" height="1400"><feGaussianBlur stdDeviation="14"/></filter>' +
    '<filter id="softer" filterUnits="userSpaceOnUse" x="-200" y="-200" width="1800" height="1400"><feGaussianBlur stdDeviation="36"/></filter></defs>' +
    `${scene}<rect width="${WIDTH}" height="${height}" filter="url(#grain)" opacity="0.16"/></svg>`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
