import { contrast, hexOf, luminance, shadeOf } from './colour.ts';

/** An accent as a theme shows it, and what is written on it; both `#rrggbb`. */
export interface Accent {
  readonly accent: string;
  readonly onAccent: string;
}

/** What WCAG 2.2 AA asks of text; marks and edges need 3. */
const READABLE = 4.5;
/** The smallest step of lightness that the eye tells apart. */
const STEP = 0.005;
/** Grounds darker than this carry light text. */
const DARK = 0.18;
/** How dark the words on a light accent are. */
const DEEP = 0.16;
const WHITE = '#ffffff';

/**
 * The user's own colour as near to itself as it can be read on every one of a theme's grounds: in the same hue, darker on light
 * grounds and lighter on dark ones. Colours are `#rrggbb`.
 */
export function accentOn(grounds: readonly string[], colour: string): Accent {
  const chosen = shadeOf(colour);
  const step = grounds.some((ground) => luminance(ground) < DARK) ? STEP : -STEP;
  let lightness = chosen.lightness;
  let accent = colour;
  while (lightness >= 0 && lightness <= 1 && !grounds.every((ground) => contrast(accent, ground) >= READABLE)) {
    lightness += step;
    accent = hexOf({ ...chosen, lightness: Math.min(1, Math.max(0, lightness)) });
  }
  return { accent, onAccent: contrast(WHITE, accent) >= READABLE ? WHITE : hexOf({ ...chosen, lightness: DEEP, chroma: chosen.chroma / 3 }) };
}
