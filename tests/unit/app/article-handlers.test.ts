import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { articleHandlers } from '../../../main/app/article-handlers.ts';
import type { LibraryClient } from '../../../main/app/library-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'docbao-drag-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function handlersOf(answer: unknown, share: ((item: { title: string; url: string }) => void) | null = null) {
  const startDrag = vi.fn<(file: string) => void>();
  const copyText = vi.fn(async (_text: string) => undefined);
  const askWhere = vi.fn(async (name: string) => ({ canceled: false, filePath: join(folder, `chosen-${name}`) }));
  const library = { call: (async () => answer) as unknown as LibraryClient['call'] };
  const handlers = articleHandlers({ library, askWhere, temporaryFolder: () => folder, language: () => 'vi', startDrag, share, copyText });
  return { handlers, startDrag, copyText, askWhere };
}

const FILE = { ok: true, value: { title: 'Mưa lớn: 5/7 tỉnh?', html: '<p>Lời</p>' } };

describe('an article as a file', () => {
  it('is written where the user says, under its title', async () => {
    const { handlers, askWhere } = handlersOf(FILE);
    expect(await handlers['files:saveArticle']({ id: 1 })).toEqual({ savedAs: 'chosen-Mưa lớn 5 7 tỉnh.html' });
    expect(askWhere).toHaveBeenCalledWith('Mưa lớn 5 7 tỉnh.html');
    expect(readFileSync(join(folder, 'chosen-Mưa lớn 5 7 tỉnh.html'), 'utf8')).toBe('<p>Lời</p>');
  });

  it('is there before the pointer carries it, each time in a folder of its own', async () => {
    const { handlers, startDrag } = handlersOf(FILE);
    await handlers['files:dragArticle']({ id: 1 });
    await handlers['files:dragArticle']({ id: 1 });
    const files = startDrag.mock.calls.map(([file]) => file);
    expect(new Set(files).size).toBe(2);
    for (const file of files) {
      expect(basename(file)).toBe('Mưa lớn 5 7 tỉnh.html');
      expect(readFileSync(file, 'utf8')).toBe('<p>Lời</p>');
    }
  });

  it('that is gone is told, and nothing is dragged', async () => {
    const { handlers, startDrag } = handlersOf({ ok: false, error: { kind: 'no-such-item', message: 'gone' } });
    await expect(handlers['files:dragArticle']({ id: 1 })).rejects.toMatchObject({ kind: 'no-such-item' });
    expect(startDrag).not.toHaveBeenCalled();
  });
});

describe('sharing', () => {
  const item = { title: 'Mưa lớn', url: 'https://a.vn/bai' };

  it('is the system’s own where it has a way', async () => {
    const share = vi.fn();
    const { handlers, copyText } = handlersOf(FILE, share);
    expect(await handlers['app:share'](item)).toEqual({ isCopied: false });
    expect(share).toHaveBeenCalledWith(item);
    expect(copyText).not.toHaveBeenCalled();
  });

  it('puts title and address on the clipboard elsewhere', async () => {
    const { handlers, copyText } = handlersOf(FILE);
    expect(await handlers['app:share'](item)).toEqual({ isCopied: true });
    expect(copyText).toHaveBeenCalledWith('Mưa lớn\nhttps://a.vn/bai');
  });
});
