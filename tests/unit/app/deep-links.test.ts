import { describe, expect, it, vi } from 'vitest';
import { parseDeepLink } from '../../../main/app/deep-links.ts';
import { answerDeepLink, type LinkRequestParts } from '../../../main/app/link-requests.ts';

describe('parseDeepLink', () => {
  it.each([
    ['docbao://subscribe?url=https%3A%2F%2Fbao.vn%2Frss', { action: 'subscribe', url: 'https://bao.vn/rss' }],
    ['docbao://save/?url=http://bao.vn/bai?a=1', { action: 'save', url: 'http://bao.vn/bai?a=1' }],
    ['DOCBAO://save?url=https://bao.vn/%C4%91', { action: 'save', url: 'https://bao.vn/%C4%91' }],
  ])('reads %s', (text, expected) => {
    expect(parseDeepLink(text)).toEqual(expected);
  });

  it.each([
    '',
    'docbao:',
    'docbao://',
    'docbao://subscribe',
    'docbao://subscribe?url=',
    'docbao://subscribe?url=bao.vn',
    'docbao://subscribe?url=file:///etc/passwd',
    'docbao://subscribe?url=javascript:alert(1)',
    'docbao://subscribe?url=mailto:a@b.vn',
    'docbao://subscribe?url=docbao://save?url=https://a.vn',
    'docbao://subscribe?url=https://a:b@c.vn',
    'docbao://subscribe?url=https://a.vn&url=https://b.vn',
    'docbao://subscribe?url=https://a.vn&x=1',
    'docbao://subscribe/x?url=https://a.vn',
    'docbao://subscribe:80?url=https://a.vn',
    'docbao://a@subscribe?url=https://a.vn',
    'docbao://remove?url=https://a.vn',
    'docbao://subscribe?url=https://a.vn#x',
    'docbao:subscribe?url=https://a.vn',
    'https://subscribe?url=https://a.vn',
    `docbao://save?url=https://a.vn/${'x'.repeat(3000)}`,
    '--library',
  ])('refuses %j', (text) => {
    expect(parseDeepLink(text)).toBeNull();
  });
});

describe('answerDeepLink', () => {
  const partsWith = (button: number) => {
    const call = vi.fn();
    const report = vi.fn();
    const ask = vi.fn(async () => button);
    return { parts: { library: { call } as LinkRequestParts['library'], language: 'vi', ask, report } satisfies LinkRequestParts, call, ask, report };
  };

  it('does nothing that the user has not agreed to, and asks with the host in sight', async () => {
    const { parts, call, ask } = partsWith(1);
    await answerDeepLink({ action: 'subscribe', url: 'https://bao.vn/rss' }, parts);
    expect(call).not.toHaveBeenCalled();
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ message: 'Theo dõi bao.vn?', defaultId: 1, cancelId: 1 }));
  });

  it('follows what the address leads to, and fetches it', async () => {
    const { parts, call } = partsWith(0);
    call.mockImplementation(async (name: string) => {
      if (name === 'feeds:discover') return { ok: true, value: [{ feedUrl: 'https://bao.vn/a.rss' }, { feedUrl: 'https://bao.vn/b.rss' }] };
      return { ok: true, value: { id: 7 } };
    });
    await answerDeepLink({ action: 'subscribe', url: 'https://bao.vn/' }, parts);
    expect(call.mock.calls).toEqual([
      ['feeds:discover', { address: 'https://bao.vn/' }],
      ['feeds:add', { feedUrl: 'https://bao.vn/a.rss' }],
      ['sync:start', { feedId: 7 }],
    ]);
  });

  it('tells what went wrong', async () => {
    const { parts, call, report } = partsWith(0);
    const error = { kind: 'not-found', message: 'bao.vn has no such page' };
    call.mockResolvedValue({ ok: false, error });
    await answerDeepLink({ action: 'save', url: 'https://bao.vn/x' }, parts);
    expect(report).toHaveBeenCalledWith(error);
  });
});
