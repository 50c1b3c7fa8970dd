/** Red, green and blue of sRGB, each 0 to 1. */
type Rgb = readonly [number, number, number];

/** A colour as the eye orders it (OKLCH): how light (0 to 1), how strong, and its hue in radians. */
export interface Shade {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

/** `#rrggbb`, or `#rgb` as tools that make style sheets smaller write it. */
function parts(hex: string): Rgb {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const at = (index: number): number => Number.parseInt(long.slice(index, index + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function fromLinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}

/** Relative luminance of a colour, `#rrggbb` (WCAG 2.2). */
export function luminance(hex: string): number {
  const [red, green, blue] = parts(hex);
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** Contrast of two colours, `#rrggbb`: 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(one, other) / Math.min(one, other);
}

/** A colour, `#rrggbb`, as a shade (B. Ottosson, "A perceptual color space for image processing"). */
export function shadeOf(hex: string): Shade {
  const [red = 0, green = 0, blue = 0] = parts(hex).map(toLinear);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

function linearOf({ lightness, chroma, hue }: Shade): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** What rounding to eight bits forgives. */
const ROUNDING = 0.0005;
const STEPS = 12;

function isShowable(shade: Shade): boolean {
  return linearOf(shade).every((part) => part >= -ROUNDING && part <= 1 + ROUNDING);
}

/** A shade as `#rrggbb`; one that is too strong for a screen is made as much weaker as it must be, in the same hue. */
export function hexOf(shade: Shade): string {
  let shown = shade;
  if (!isShowable(shade)) {
    let [weak, strong] = [0, shade.chroma];
    for (let step = 0; step < STEPS; step += 1) {
      const middle = (weak + strong) / 2;
      if (isShowable({ ...shade, chroma: middle })) weak = middle;
      else strong = middle;
    }
    shown = { ...shade, chroma: weak };
  }
  const bytes = linearOf(shown).map((part) => Math.round(fromLinear(Math.min(1, Math.max(0, part))) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
