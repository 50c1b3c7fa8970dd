import { describe, expect, it } from 'vitest';
import { newestOnly } from '../../../main/search/newest-only.ts';

interface Turn {
  readonly request: string;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
}

/** Answers each request with itself, when told to. */
function makeAsk(): { readonly ask: (request: string) => Promise<string>; readonly turns: Turn[] } {
  const turns: Turn[] = [];
  const ask = newestOnly((request: string) => new Promise<string>((resolve, fail) => turns.push({ request, end: () => resolve(request), fail })));
  return { ask, turns };
}

describe('answering the newest only', () => {
  it('answers at once while nothing else is asked', async () => {
    const { ask, turns } = makeAsk();
    for (const key of ['b', 'ba']) {
      const answer = ask(key);
      turns.at(-1)?.end();
      expect(await answer).toBe(key);
    }
  });

  it('passes over what was asked between the one under way and the newest', async () => {
    const { ask, turns } = makeAsk();
    const answers = ['b', 'ba', 'bau', 'bau c'].map((text) => ask(text));
    const settled = Promise.allSettled(answers);
    expect(turns.map(({ request }) => request)).toEqual(['b']);
    turns[0]?.end();
    expect(await answers[0]).toBe('b');
    expect(turns.map(({ request }) => request)).toEqual(['b', 'bau c']);
    turns[1]?.end();
    expect(await answers[3]).toBe('bau c');
    expect((await settled).map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as { kind: string }).kind))).toEqual(['b', 'cancelled', 'cancelled', 'bau c']);
  });

  it('goes on after an answer that failed', async () => {
    const { ask, turns } = makeAsk();
    const first = ask('b');
    const second = ask('ba');
    turns[0]?.fail(new Error('lost'));
    await expect(first).rejects.toThrow('lost');
    turns[1]?.end();
    expect(await second).toBe('ba');
  });
});
