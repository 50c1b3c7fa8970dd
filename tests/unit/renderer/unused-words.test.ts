import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { vi } from '../../../contract/words/vi/index.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const sources = globSync('{renderer,main/{app,exchange},contract/words}/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['contract/words/*/*.ts'] }).map((path) => readFileSync(`${ROOT}${path}`, 'utf8'));

/** Every name after a dot, with the name before it: `t.app.close` gives `t.app` and `app.close`. */
const used = new Set(sources.flatMap((source) => [...source.matchAll(/(\w+)(?=\??\.(\w+))/g)].map(([, before = '', after = '']) => `${before}.${after}`)));
/** `t.settings.themes[theme]`: any of the names inside may be meant. */
const indexed = new Set(sources.flatMap((source) => [...source.matchAll(/(\w+)\[/g)].map(([, name = '']) => name)));
/** `const { locale, month } = words.language`: whatever is taken out by name. */
const taken = new Set(sources.flatMap((source) => [...source.matchAll(/const \{ ([^{}]*) \} = \w+\.(\w+);/g)].flatMap(([, names = '', group = '']) => names.split(', ').map((name) => `${group}.${name}`))));
/** Where a chain of names ends: `t.time` given on whole, `nameOf(t.welcome.topics, topic)`. */
const ends = new Set(sources.flatMap((source) => [...source.matchAll(/(\w+)\??\.(\w+)(?![\w.[(])/g)].map(([, before = '', after = '']) => `${before}.${after}`)));

function unused(value: object, group: string): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    if (indexed.has(group)) return [];
    if (typeof inner === 'object' && inner !== null) return ends.has(`${group}.${name}`) ? [] : unused(inner as object, name);
    return used.has(`${group}.${name}`) || taken.has(`${group}.${name}`) ? [] : [`${group}.${name}`];
  });
}

describe('the words', () => {
  it('are all said somewhere', () => {
    expect(unused(vi, 't')).toEqual([]);
  });

  it('are missed where nobody says them', () => {
    expect(unused({ app: { close: 'x', nobodySaysThis: 'y' } }, 't')).toEqual(['app.nobodySaysThis']);
  });
});
