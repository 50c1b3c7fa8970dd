import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOn } from '../../../renderer/app/accent.ts';
import { contrast, hexOf, luminance, shadeOf } from '../../../renderer/app/colour.ts';
import { THEMES, tokensOf } from './tokens.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
const GROUNDS = ['page', 'raised', 'hover'] as const;

describe('colours', () => {
  it.each([['#ffffff', '#000000', 21], ['#777777', '#ffffff', 4.48], ['#a3241c', '#fbf9f4', 7.06], ['#fff', '#000', 21], ['#A32', '#aa3322', 1]])('%s on %s has a contrast of %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });

  it('are themselves again after they were a shade', () => {
    fc.assert(fc.property(colour, (hex) => {
      const back = hexOf(shadeOf(hex));
      const parts = [1, 3, 5].map((at) => Math.abs(Number.parseInt(back.slice(at, at + 2), 16) - Number.parseInt(hex.slice(at, at + 2), 16)));
      expect(Math.max(...parts)).toBeLessThanOrEqual(1);
    }));
  });
});

describe.each(THEMES)('an own accent in %s', (theme) => {
  const grounds = GROUNDS.map((name) => tokensOf(theme)[name] ?? '');
  const isDark = grounds.some((ground) => luminance(ground) < 0.18);

  it('can be read on every ground, and is read on', () => {
    fc.assert(fc.property(colour, (hex) => {
      const { accent, onAccent } = accentOn(grounds, hex);
      expect(accent).toMatch(/^#[0-9a-f]{6}$/);
      expect(Math.min(...grounds.map((ground) => contrast(accent, ground)), contrast(onAccent, accent))).toBeGreaterThanOrEqual(4.5);
    }), { numRuns: 500 });
  });

  it('keeps its hue', () => {
    fc.assert(fc.property(colour, (hex) => {
      const [given, shown] = [shadeOf(hex), shadeOf(accentOn(grounds, hex).accent)];
      // Next to grey a hue is a matter of rounding.
      fc.pre(given.chroma > 0.05 && shown.chroma > 0.05);
      expect(Math.cos(given.hue - shown.hue)).toBeGreaterThan(0.99);
    }), { numRuns: 500 });
  });

  it('moves no farther than it must, and in one direction', () => {
    fc.assert(fc.property(colour, (hex) => {
      const { accent } = accentOn(grounds, hex);
      if (grounds.every((ground) => contrast(hex, ground) >= 4.5)) expect(accent).toBe(hex);
      else expect(Math.min(...grounds.map((ground) => contrast(accent, ground)))).toBeLessThan(5);
      if (accent !== hex) expect(luminance(accent) > luminance(hex)).toBe(isDark);
    }), { numRuns: 500 });
  });
});
