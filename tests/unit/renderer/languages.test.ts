import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, formatIn, wordsIn } from '../../../contract/words/index.ts';
import { requestSchemas } from '../../../contract/ipc/schemas.ts';
import { interfaceLanguage } from '../../../main/app/first-paint.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What speaks to the user; the rest of `main` reads articles, whose languages are another matter. */
const SPEAKING = globSync(['renderer/**/*.{ts,tsx}', 'main/{app,ipc,exchange}/**/*.ts', 'contract/{ipc,domain}/**/*.ts', 'preload/*.ts'], { cwd: ROOT });

/** Where a source names a language; folding case by the rules of Vietnamese is not that. */
function named(source: string): readonly string[] {
  return [...source.replace(/toLocale(?:Lower|Upper)Case\('vi'\)/g, '').matchAll(/'(?:vi|en)(?:-[A-Z]{2})?'/g)].map(([name]) => name);
}

describe('a language', () => {
  it('is named by its file and the index alone', () => {
    expect(SPEAKING.length).toBeGreaterThan(100);
    expect(SPEAKING.flatMap((path) => named(readFileSync(`${ROOT}${path}`, 'utf8')).map((name) => `${path}: ${name}`))).toEqual([]);
  });

  it('is seen where code names one', () => {
    expect(named(`const locale = language === 'vi' ? 'vi-VN' : other; title.toLocaleLowerCase('vi')`)).toEqual([`'vi'`, `'vi-VN'`]);
  });

  it.each(LANGUAGES)('of the system is spoken, may be chosen and has forms of its own: %s', (language) => {
    const { language: own } = wordsIn(language);
    expect(interfaceLanguage('system', ['xx', `${language}-XX`])).toBe(language);
    expect(requestSchemas['settings:set'].safeParse({ language }).success).toBe(true);
    expect(Intl.DateTimeFormat.supportedLocalesOf(own.locale)).toEqual([own.locale]);
    expect(own.locale.split('-')[0]).toBe(language);
    expect(formatIn(language).date(Date.UTC(2026, 2, 16, 12))).toMatch(/16.*2026/);
  });
});
