import { describe, expect, it, vi } from 'vitest';
import type { LibraryClient } from '../../../main/app/library-client.ts';
import { savingHandlers } from '../../../main/app/saving-handlers.ts';

const OUTCOME = { saved: 1, first: 3, passedOver: 0, failedCount: 0, failed: [], wasCut: false, wasCancelled: false };

function handlersOf(clipboard = { text: '', html: '' }, chosen: readonly string[] = []) {
  const call = vi.fn(async (name: string, _request: unknown) => (name === 'internal:saveFiles' ? { ok: true, value: OUTCOME } : { ok: true, value: { id: 3, title: 'Bài' } }));
  const library = { call: call as unknown as LibraryClient['call'] };
  return { call, handlers: savingHandlers({ library, ask: async () => chosen, readClipboard: async () => clipboard }) };
}

describe('files that the user gives', () => {
  it('are saved by their whole paths, and by nothing else', async () => {
    const { call, handlers } = handlersOf();
    expect(await handlers['files:saveDropped']({ paths: ['/nha/bao.html'] })).toEqual(OUTCOME);
    expect(call).toHaveBeenCalledWith('internal:saveFiles', { paths: ['/nha/bao.html'] });
    for (const path of ['bao.html', '../bao.html', './x']) expect(() => handlers['files:saveDropped']({ paths: ['/nha/a.html', path] })).toThrow('no whole path');
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('are asked for, and nothing happens where the user changes their mind', async () => {
    expect(await handlersOf().handlers['files:choose']({ what: 'folder' })).toBeNull();
    const { call, handlers } = handlersOf(undefined, ['/nha/bao']);
    expect(await handlers['files:choose']({ what: 'folder' })).toEqual(OUTCOME);
    expect(call).toHaveBeenCalledWith('internal:saveFiles', { paths: ['/nha/bao'] });
  });
});

describe('what the clipboard holds', () => {
  it('is a page where it is an address, text where it is text, and nothing where it is empty', async () => {
    const page = handlersOf({ text: ' https://bao.example/a \n', html: '<a href="https://bao.example/a">a</a>' });
    await page.handlers['files:saveClipboard'](undefined);
    expect(page.call).toHaveBeenCalledWith('articles:savePage', { url: 'https://bao.example/a' });
    const text = handlersOf({ text: 'Một đoạn\nhai dòng', html: '' });
    await text.handlers['files:saveClipboard'](undefined);
    expect(text.call).toHaveBeenCalledWith('files:saveClip', { text: 'Một đoạn\nhai dòng', html: null, url: null });
    const empty = handlersOf({ text: '  \n', html: '' });
    expect(await empty.handlers['files:saveClipboard'](undefined)).toBeNull();
    expect(empty.call).not.toHaveBeenCalled();
  });

  it('is refused where it is more than any article', async () => {
    const { call, handlers } = handlersOf({ text: 'a'.repeat(5_000_001), html: '' });
    await expect(handlers['files:saveClipboard'](undefined)).rejects.toThrow('more on the clipboard');
    expect(call).not.toHaveBeenCalled();
  });
});
