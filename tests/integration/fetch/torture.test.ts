import { afterAll, beforeAll, expect, it } from 'vitest';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { createFetcher, type Fetcher } from '../../../main/fetch/index.ts';
import { startTortureServer, type TortureServer, type TortureTarget } from '../../servers/torture-server.ts';

const LIMITS = { maxBytes: { feed: 20_000_000 }, timeouts: { headersMs: 700, idleMs: 700, totalMs: { feed: 4_000 } }, concurrency: { slowAfterMs: 100 } };

let torture: TortureServer;
let fetcher: Fetcher;
beforeAll(async () => {
  torture = await startTortureServer();
  fetcher = createFetcher({ limits: LIMITS, env: {} });
});
afterAll(() => Promise.all([fetcher.close(), torture.close()]));

async function outcomeOf({ url }: Pick<TortureTarget, 'url'>): Promise<{ readonly kind: string; readonly message: string }> {
  try {
    const { status, bytes } = await fetcher.fetch({ url, kind: 'feed', allowPrivate: true });
    return { kind: status, message: `${bytes.length} bytes` };
  } catch (error) {
    return error instanceof DocbaoError ? { kind: error.kind, message: error.message } : { kind: 'not in words', message: String(error) };
  }
}

it('survives everything at once, tells each for what it is, and can still fetch', { timeout: 60_000 }, async () => {
  const outcomes = await Promise.all(torture.targets.map(outcomeOf));
  const told = torture.targets.map(({ name }, index) => ({ name, kind: outcomes[index]?.kind }));
  expect(told).toEqual(torture.targets.map(({ name, fetch }) => ({ name, kind: fetch })));
  for (const { kind, message } of outcomes) if (kind !== 'ok') expect(message).toMatch(/^[^\n]{10,400}\.$/);
  const plain = torture.targets.find(({ name }) => name === 'plain');
  expect(await outcomeOf({ url: plain?.url ?? '' })).toMatchObject({ kind: 'ok' });
  const survived = told.filter(({ kind }, index) => kind === torture.targets[index]?.fetch).length;
  process.stdout.write(`torture: ${survived} of ${torture.targets.length} survived, ${told.filter(({ kind }) => kind === 'ok').length} of them read\n`);
});
