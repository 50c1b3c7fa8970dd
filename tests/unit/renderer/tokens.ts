import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../../renderer/app/tokens.css', import.meta.url), 'utf8');
export const THEMES = ['paper', 'night', 'sepia', 'black'] as const;
export const ACCENTS = ['lacquer', 'indigo', 'moss', 'plum'] as const;

type Theme = (typeof THEMES)[number];
type Tokens = Readonly<Record<string, string>>;

/** The colours of the rule whose selector ends in `selector`. */
function rule(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  if (start === -1) throw new Error(`tokens.css has no rule for ${selector}`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
}

/** The colours of a theme, as `tokens.css` gives them. */
export function tokensOf(theme: Theme, accent: (typeof ACCENTS)[number] = 'lacquer'): Tokens {
  const isDark = theme === 'night' || theme === 'black';
  const own = rule(`:root[data-theme='${theme}']`);
  const base = { ...own, accent: own['lacquer'] ?? '' };
  if (accent === 'lacquer') return base;
  const selector = `:root[data-accent='${accent}']`;
  return { ...base, ...rule(isDark ? `${selector}:is([data-theme='night'], [data-theme='black'])` : selector) };
}
