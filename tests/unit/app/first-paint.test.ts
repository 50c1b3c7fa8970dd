import { describe, expect, it } from 'vitest';
import { colourScheme, inkColour, interfaceLanguage, pageColour, shownTheme, withFirstPaint } from '../../../main/app/first-paint.ts';

describe('interfaceLanguage', () => {
  it.each([
    ['vi', ['en-US'], 'vi'],
    ['en', ['vi-VN'], 'en'],
    ['system', ['vi-VN', 'en-US'], 'vi'],
    ['system', ['en-GB', 'vi'], 'en'],
    ['system', ['fr-FR', 'VI_VN'], 'vi'],
    ['system', ['fr-FR', 'vie'], 'en'],
    ['system', [], 'en'],
  ] as const)('%s with %j is %s', (choice, system, expected) => {
    expect(interfaceLanguage(choice, system)).toBe(expected);
  });
});

describe('shownTheme', () => {
  it('follows the system only where it is asked to', () => {
    expect(shownTheme('system', true)).toBe('night');
    expect(shownTheme('system', false)).toBe('paper');
    expect(shownTheme('sepia', true)).toBe('sepia');
  });

  it('tells Chromium whether a theme is dark', () => {
    expect(['system', 'paper', 'sepia', 'night', 'black'].map((theme) => colourScheme(theme as 'paper'))).toEqual([
      'system', 'light', 'light', 'dark', 'dark',
    ]);
  });

  it('has a page and an ink for each theme', () => {
    for (const theme of ['paper', 'night', 'sepia', 'black'] as const) expect(pageColour(theme)).not.toBe(inkColour(theme));
  });
});

describe('withFirstPaint', () => {
  it('puts language and theme on the root, whatever it carried', () => {
    expect(withFirstPaint('<!doctype html><html lang="vi" class="x">\n<head>', { theme: 'night', language: 'en' })).toBe(
      '<!doctype html><html lang="en" data-theme="night">\n<head>',
    );
  });
});
