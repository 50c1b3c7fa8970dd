import { describe, expect, it, vi } from 'vitest';
import { DocbaoError } from '../../../contract/domain/result.ts';
import type { CallParts } from '../../../main/ipc/answer-call.ts';
import { answerCall } from '../../../main/ipc/answer-call.ts';

function partsOf(): { parts: CallParts; asked: unknown[][]; openExternal: ReturnType<typeof vi.fn>; saveTextFile: ReturnType<typeof vi.fn> } {
  const asked: unknown[][] = [];
  const openExternal = vi.fn();
  const saveTextFile = vi.fn();
  const parts: CallParts = {
    early: { 'app:getInfo': () => ({ version: '1', platform: 'linux', systemLanguage: 'vi', libraryFolder: '/l', engines: 'e' }) },
    mainHandlers: () => ({
      'app:getInfo': vi.fn(),
      'app:openExternal': openExternal,
      'app:openFile': vi.fn(),
      'app:saveTextFile': saveTextFile,
      'app:setMenu': vi.fn(),
      'app:act': vi.fn(),
      'app:openWindow': vi.fn(),
      'app:reveal': vi.fn(),
      'files:saveDropped': vi.fn(),
      'files:choose': vi.fn(),
      'files:saveClipboard': vi.fn(),
      'files:saveArticle': vi.fn(),
      'files:dragArticle': vi.fn(),
      'app:share': vi.fn(),
    }),
    callLibrary: async (...call) => {
      asked.push(call);
      return { ok: false, error: { kind: 'offline', message: 'no network' } };
    },
  };
  return { parts, asked, openExternal, saveTextFile };
}

describe('answerCall', () => {
  it('answers what needs Electron on the main thread', async () => {
    const { parts, asked } = partsOf();
    expect(await answerCall(parts, 'app:getInfo', undefined)).toMatchObject({ ok: true, value: { version: '1' } });
    expect(asked).toEqual([]);
  });

  it('sends everything else to the library and gives its envelope back', async () => {
    const { parts, asked } = partsOf();
    expect(await answerCall(parts, 'articles:get', { id: 3 })).toEqual({ ok: false, error: { kind: 'offline', message: 'no network' } });
    expect(asked).toEqual([['articles:get', { id: 3 }]]);
  });

  it.each([
    ['app:openExternal', { url: 1 }],
    ['app:openExternal', { url: 'https://a.vn', target: 'shell' }],
    ['app:getInfo', { more: true }],
  ] as const)('refuses %s with %j and goes no further', async (channel, request) => {
    const { parts, openExternal } = partsOf();
    expect(await answerCall(parts, channel, request)).toMatchObject({ ok: false, error: { kind: 'bad-request' } });
    expect(openExternal).not.toHaveBeenCalled();
  });

  it.each(['../docbao.opml', '/etc/passwd.conf', 'C:\\docbao.opml', 'docbao', '.opml', 'a/b.opml', 'nguồn\0.opml', `${'a'.repeat(130)}.opml`])(
    'lets nobody choose a place by the name %s',
    async (suggestedName) => {
      const { parts, saveTextFile } = partsOf();
      expect(await answerCall(parts, 'app:saveTextFile', { suggestedName, text: '' })).toMatchObject({ ok: false, error: { kind: 'bad-request' } });
      expect(saveTextFile).not.toHaveBeenCalled();
    },
  );

  it('has a text saved under a name', async () => {
    const { parts, saveTextFile } = partsOf();
    saveTextFile.mockResolvedValueOnce({ savedAs: 'nguồn tin.opml' });
    expect(await answerCall(parts, 'app:saveTextFile', { suggestedName: 'Nguồn tin.opml', text: '<opml/>' })).toEqual({ ok: true, value: { savedAs: 'nguồn tin.opml' } });
  });

  it('turns what a handler throws into an envelope', async () => {
    const { parts, openExternal } = partsOf();
    openExternal.mockRejectedValueOnce(new DocbaoError('bad-address', 'no', { address: 'x' }));
    expect(await answerCall(parts, 'app:openExternal', { url: 'x:y' })).toEqual({
      ok: false,
      error: { kind: 'bad-address', message: 'no', facts: { address: 'x' } },
    });
  });
});
