import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnclosureProgress } from '../../../contract/domain/enclosures.ts';
import { getArticle, getReceivedBytes, libraryPaths, listArticleIds } from '../../../main/store/index.ts';
import { today } from '../../../main/sync/budget.ts';
import { openLibrary, type Library } from '../../../main/sync/open-library.ts';
import { serve, type LoopbackServer } from '../../servers/loopback.ts';

const SOUND = Buffer.concat([Buffer.from('ID3\u0004\0\0', 'latin1'), Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 31) % 251))]);
const HALF = 150_000;

let server: LoopbackServer;
let folder: string;
let library: Library;
/** Bytes that the server gives before it goes silent; all of them where it is null. */
let silentAfter: number | null;
let ranges: (string | undefined)[];
/** Half of the file has come. */
let halfWay: Promise<void>;
let opening: Promise<Library>;

beforeEach(async () => {
  silentAfter = null;
  ranges = [];
  server = await serve((request, response, url) => {
    if (url.pathname === '/rss') {
      const item = `<item><title>Buổi phát thanh</title><guid isPermaLink="false">a</guid><description>Nghe chuyện làng.</description><enclosure url="${server.origin}/nghe.mp3" type="audio/mpeg" length="${SOUND.length}"/></item>`;
      response.writeHead(200, { 'content-type': 'text/xml' }).end(`<rss version="2.0"><channel><title>Đài</title><link>${server.origin}/</link><description/>${item}</channel></rss>`);
      return;
    }
    ranges.push(request.headers.range);
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const headers = { 'content-type': 'audio/mpeg', etag: '"mot"', 'content-length': SOUND.length - from, ...(from > 0 ? { 'content-range': `bytes ${from}-${SOUND.length - 1}/${SOUND.length}` } : {}) };
    response.writeHead(from > 0 ? 206 : 200, headers);
    if (silentAfter === null) response.end(SOUND.subarray(from));
    else response.write(SOUND.subarray(from, from + silentAfter));
  });
  folder = mkdtempSync(join(tmpdir(), 'docbao-enclosures-'));
  halfWay = new Promise((resolve) => {
    opening = openLibrary({
      folder,
      onEvent: (name, event) => {
        if (name === 'enclosures:progress' && (event as EnclosureProgress).bytes >= HALF) resolve();
      },
    });
  });
  library = await opening;
  await library.subscribe(`${server.origin}/rss`);
  await library.sync.start({ feedId: null });
});

afterEach(async () => {
  await library.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function articleId(): number {
  return listArticleIds(library.store.read, { kind: 'all' })[0] ?? 0;
}

describe('an attached file', () => {
  it('is fetched when it is asked for, kept in the library, and not fetched again', async () => {
    const at = { articleId: articleId(), position: 0 };
    expect(ranges).toEqual([]);
    const [one, two] = await Promise.all([library.enclosures.download(at), library.enclosures.download(at)]);
    expect(one).toMatchObject({ asset: expect.stringMatching(/^[0-9a-f]{64}\.mp3$/), storedBytes: SOUND.length });
    expect(two).toEqual(one);
    await library.enclosures.download(at);
    expect(ranges).toHaveLength(1);
    expect(readFileSync(join(libraryPaths(folder).assets, (one.asset ?? '').slice(0, 2), one.asset ?? '')).equals(SOUND)).toBe(true);
    expect(getArticle(library.store.read, at.articleId).enclosures).toEqual([one]);
    expect(getReceivedBytes(library.store.read, today())).toBeGreaterThan(SOUND.length);
    expect(await library.removeUnusedAssets()).toBe(0);
    await expect(library.enclosures.download({ ...at, position: 7 })).rejects.toMatchObject({ kind: 'no-such-item' });
  });

  it('that is stopped in the middle is gone on with from there', async () => {
    const at = { articleId: articleId(), position: 0 };
    silentAfter = HALF;
    const running = library.enclosures.download(at);
    const stopped = expect(running).rejects.toMatchObject({ kind: 'cancelled' });
    await halfWay;
    library.enclosures.cancel(at);
    await stopped;
    silentAfter = null;
    expect(await library.enclosures.download(at)).toMatchObject({ storedBytes: SOUND.length });
    expect(ranges[1]).toMatch(/^bytes=[1-9]\d*-$/);
  });
});
