import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Visitor, parseSync } from 'oxc-parser';
import type { Node } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Attributes and properties whose text is read or heard. */
const SPOKEN = new Set(['title', 'alt', 'placeholder', 'label', 'hint', 'text', 'closeLabel', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']);

/** Names of keys and signs, which no language changes. */
const WORDLESS = /^(?:Esc|Enter|Alt|Docbao|[\p{P}\p{S}\p{N}\s]*|\p{L}|×)$/u;

/** The texts that an expression may come to, as far as they are written in it. */
function textsOf(node: Node | null | undefined): readonly string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map((part) => part.value.raw);
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
      return [...textsOf(node.left), ...textsOf(node.right)];
    case 'JSXExpressionContainer':
      return textsOf(node.expression);
    default:
      return [];
  }
}

/** Every text in a component that a user would read and that no language file holds, as `line: text`. */
function hardCoded(path: string, source: string): readonly string[] {
  const found: string[] = [];
  const report = (offset: number, texts: readonly string[]): void => {
    for (const text of texts) if (!WORDLESS.test(text.trim())) found.push(`${source.slice(0, offset).split('\n').length}: ${text.trim()}`);
  };
  new Visitor({
    JSXText: (node) => report(node.start, [node.value]),
    JSXElement: (node) => node.children.forEach((child) => report(child.start, child.type === 'JSXExpressionContainer' ? textsOf(child) : [])),
    JSXAttribute: (node) => {
      if (node.name.type === 'JSXIdentifier' && SPOKEN.has(node.name.name)) report(node.start, textsOf(node.value));
    },
    Property: (node) => {
      if (node.key.type === 'Identifier' && SPOKEN.has(node.key.name)) report(node.start, textsOf(node.value));
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'notify') report(node.start, textsOf(node.arguments[0]));
    },
  }).visit(parseSync(path, source).program);
  return found;
}

describe('the look-out for hard-coded text', () => {
  it('sees text, spoken attributes, both ends of a choice, menu labels and notices', () => {
    const source = `
      const a = <p aria-label={isOn ? 'On' : 'Off'} className="quiet">Xin chào <b>{name ?? 'friend'}</b></p>;
      const items = [{ label: 'Open', id: 'open' }];
      notify(\`Saved \${name}\`);
    `;
    expect(hardCoded('a.tsx', source)).toEqual(expect.arrayContaining(['2: On', '2: Off', '2: Xin chào', '2: friend', '3: Open', '4: Saved']));
    expect(hardCoded('a.tsx', source)).toHaveLength(6);
  });

  it('lets names of keys, signs and texts from the language files pass', () => {
    expect(hardCoded('a.tsx', '<kbd title={t.app.close} hint="Esc">/ · {count}×</kbd>')).toEqual([]);
  });
});

describe('the window', () => {
  it.each(globSync('renderer/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['renderer/i18n/**'] }).toSorted((a, b) => a.localeCompare(b)))('has no text of its own in %s', (path) => {
    expect(hardCoded(path, readFileSync(`${ROOT}${path}`, 'utf8'))).toEqual([]);
  });
});
