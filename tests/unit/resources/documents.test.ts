import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../main/cli/run.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path))].filter((path) => path.endsWith('.md'));

describe('the documents', () => {
  it.each(documents)('%s links to nothing that is not there', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/u.test(target));
    expect(links.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });

  it.each(COMMANDS.filter((name) => name !== 'help'))('tell of the command `%s`', (name) => {
    expect(read('docs/cli.md')).toMatch(new RegExp(`^### \`${name}[ \`]`, 'mu'));
    expect(read('README.md')).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'mu'));
  });

  it('list every note on a decision', () => {
    const notes = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md');
    const index = read('docs/decisions/README.md');
    expect(notes.filter((name) => !index.includes(`](${name})`))).toEqual([]);
  });

  it('give the two commands as they are to be typed', () => {
    for (const command of ['npm install && npm start', 'npm install && npm test']) expect(read('README.md')).toContain(`\n${command}\n`);
  });
});
