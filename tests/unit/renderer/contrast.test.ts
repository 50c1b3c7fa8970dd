import { describe, expect, it } from 'vitest';
import { TAG_COLORS } from '../../../contract/domain/organising.ts';
import { ACCENTS, THEMES, tokensOf } from './tokens.ts';

/** WCAG 2.2: relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2: contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on ground, and the least contrast that WCAG 2.2 AA asks for. */
const TEXT: readonly (readonly [string, string])[] = [
  ['ink', 'page'], ['ink', 'raised'], ['ink', 'hover'], ['ink', 'match'], ['ink', 'match-now'],
  ['quiet', 'page'], ['quiet', 'raised'], ['quiet', 'hover'], ['ink', 'hairline'], ['ink', 'spoken'],
  ['ink', 'mark-yellow'], ['ink', 'mark-green'], ['ink', 'mark-blue'], ['ink', 'mark-pink'],
  ['code-keyword', 'hover'], ['code-string', 'hover'], ['code-number', 'hover'], ['code-name', 'hover'],
  ['accent', 'page'], ['accent', 'raised'], ['accent', 'hover'], ['on-accent', 'accent'],
];
const TAGS = TAG_COLORS.flatMap((color) => ['page', 'raised', 'hover'].map((ground) => [`tag-${color}`, ground] as const));
const EDGES: readonly (readonly [string, string])[] = [['edge', 'page'], ['edge', 'raised'], ...TAGS];

describe.each(THEMES)('%s', (theme) => {
  it.each(ACCENTS)('can be read with the accent %s', (accent) => {
    const tokens = tokensOf(theme, accent);
    const ratio = ([a, b]: readonly [string, string]): number => contrast(tokens[a] ?? '', tokens[b] ?? '');
    const low = [
      ...TEXT.filter((pair) => !(ratio(pair) >= 4.5)).map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)} < 4.5`),
      ...EDGES.filter((pair) => !(ratio(pair) >= 3)).map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)} < 3`),
    ];
    expect(low).toEqual([]);
  });
});
