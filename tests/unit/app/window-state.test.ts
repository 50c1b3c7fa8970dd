import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIRST_STATE, boundsOnScreen, placesToKeep, readWindowState, writeWindowState } from '../../../main/app/window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'docbao-window-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the window state file', () => {
  it('is read as it was written', () => {
    const file = join(folder, 'deep', 'window.json');
    const state = { bounds: { x: 1, y: 2, width: 900, height: 700 }, isMaximized: true, others: [{ bounds: null, isMaximized: false, articleId: 7 }], theme: 'sepia', language: 'vi' } as const;
    expect(writeWindowState(file, state)).toBe(true);
    expect(readWindowState(file)).toEqual(state);
  });

  it.each(['', '{', 'null', '{"bounds":{"x":"1"}}', '{"bounds":null,"isMaximized":false,"theme":"pink","language":"vi"}'])(
    'falls back where it holds %j',
    (text) => {
      const file = join(folder, 'broken.json');
      writeFileSync(file, text);
      expect(readWindowState(file)).toEqual(FIRST_STATE);
    },
  );

  it('falls back where there is none, and says when it can not be kept', () => {
    expect(readWindowState(join(folder, 'none.json'))).toEqual(FIRST_STATE);
    writeFileSync(join(folder, 'file'), '');
    expect(writeWindowState(join(folder, 'file', 'window.json'), FIRST_STATE)).toBe(false);
  });
});

describe('what is remembered of several windows', () => {
  it('is the first on the library, then the others; nothing where there is none', () => {
    const at = (x: number, articleId: number | null) => ({ bounds: { x, y: 0, width: 900, height: 700 }, isMaximized: false, articleId });
    expect(placesToKeep([])).toBeNull();
    expect(placesToKeep([at(1, 5), at(2, null), at(3, null)])).toEqual({ bounds: at(2, null).bounds, isMaximized: false, others: [at(1, 5), at(3, null)] });
    expect(placesToKeep([at(1, 5)])).toMatchObject({ bounds: { x: 1 }, others: [] });
    expect(placesToKeep(Array.from({ length: 20 }, (_, x) => at(x, null)))?.others).toHaveLength(8);
  });
});

describe('boundsOnScreen', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  it('keeps what can be reached', () => {
    const bounds = { x: 1700, y: 100, width: 1000, height: 700 };
    expect(boundsOnScreen(bounds, [screen])).toEqual(bounds);
  });

  it.each([
    { x: 3000, y: 0, width: 800, height: 600 },
    { x: 1900, y: 0, width: 800, height: 600 },
    { x: 0, y: 1050, width: 800, height: 600 },
    { x: 0, y: -300, width: 800, height: 600 },
  ])('gives up what lies outside: %j', (bounds) => {
    expect(boundsOnScreen(bounds, [screen])).toBeNull();
  });

  it('never goes under the smallest size', () => {
    expect(boundsOnScreen({ x: 0, y: 0, width: 10, height: 10 }, [screen])).toEqual({ x: 0, y: 0, width: 480, height: 400 });
  });
});
