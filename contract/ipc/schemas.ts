import { z } from 'zod';
import { LANGUAGES } from '../words/index.ts';
import { backgroundSettings } from './background-schemas.ts';
import type { Channel, RequestOf } from './contract.ts';
import { desktopSchemas } from './desktop-schemas.ts';
import { highlightSchemas } from './highlight-schemas.ts';
import { id, ids, listOrder, organisingSchemas } from './organising-schemas.ts';
import { searchingSchemas } from './searching-schemas.ts';
import { MAX_DROPPED_BYTES, MAX_TEXT_CHARACTERS } from './limits.ts';

const address = z.string().trim().min(1).max(4096);
const view = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('unread') }),
  z.strictObject({ kind: z.literal('starred') }),
  z.strictObject({ kind: z.literal('feed'), feedId: id }),
  z.strictObject({ kind: z.literal('folder'), folderId: id }),
  z.strictObject({ kind: z.literal('tag'), tagId: id }),
  z.strictObject({ kind: z.literal('queue') }),
  z.strictObject({ kind: z.literal('archived') }),
  z.strictObject({ kind: z.literal('snoozed') }),
  z.strictObject({ kind: z.literal('bin') }),
]);
const width = z.number().min(120).max(2000).nullable();

/** A file's name and nothing more: no folder, no drive, nothing that a system keeps for itself. */
const fileName = z.string().max(120).regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*\.[a-z]{2,5}$/u);

const keyName = z.string().min(1).max(40);

const menuEntry = z.strictObject({
  id: z.string().min(1).max(60),
  group: z.enum(['reading', 'article', 'view', 'library', 'window']),
  title: z.string().min(1).max(200),
  keys: z.array(keyName).max(6),
});

const settings = z.strictObject({
  ...backgroundSettings,
  language: z.enum(['system', ...LANGUAGES]).exactOptional(),
  theme: z.enum(['system', 'paper', 'night', 'sepia', 'black']).exactOptional(),
  readingFont: z.enum(['literata', 'newsreader', 'source-serif-4', 'noto-serif', 'be-vietnam-pro']).exactOptional(),
  readingSize: z.number().min(12).max(40).exactOptional(),
  readingLeading: z.enum(['close', 'usual', 'open']).exactOptional(),
  isJustified: z.boolean().exactOptional(),
  speechRate: z.number().min(0.5).max(3).exactOptional(),
  speechVoices: z.record(z.string().regex(/^[a-z]{2,8}$/), z.string().min(1).max(300)).exactOptional(),
  readingWidth: z.enum(['narrow', 'medium', 'wide']).exactOptional(),
  listDensity: z.enum(['compact', 'comfortable', 'cards', 'magazine']).exactOptional(),
  listSort: z.enum(['newest', 'oldest', 'longest']).exactOptional(),
  listUnreadFirst: z.boolean().exactOptional(),
  listOrders: z.record(z.string().regex(/^[a-z]{1,20}(?::\d{1,15})?$/), listOrder).exactOptional(),
  listByDay: z.boolean().exactOptional(),
  rememberSearches: z.boolean().exactOptional(),
  accent: z.enum(['lacquer', 'indigo', 'moss', 'plum', 'own']).exactOptional(),
  ownAccent: z.string().regex(/^#[0-9a-f]{6}$/).exactOptional(),
  sidebarWidth: width.exactOptional(),
  listWidth: width.exactOptional(),
  syncInBackground: z.boolean().exactOptional(),
  imageQuality: z.enum(['best', 'small', 'none']).exactOptional(),
  imagesOnMetered: z.boolean().exactOptional(),
  keys: z.record(z.string().min(1).max(60), z.array(keyName).max(6)).exactOptional(),
  characterKeys: z.boolean().exactOptional(),
  dailyLimitMb: z.int().min(1).max(1_000_000).nullable().exactOptional(),
});

/** What each request must look like; anything else is answered with `bad-request` and goes no further. */
export const requestSchemas = {
  ...organisingSchemas,
  ...searchingSchemas,
  'articles:listVersions': z.strictObject({ id }),
  'articles:compareVersion': z.strictObject({ versionId: id }),
  'articles:hasPage': z.strictObject({ id }),
  ...desktopSchemas,
  'app:getInfo': z.void(),
  'app:openFile': z.strictObject({ asset: z.string().regex(/^[0-9a-f]{64}\.(pdf|epub|mp3|m4a|ogg|mp4|webm)$/) }),
  'app:openExternal': z.strictObject({ url: address }),
  'app:saveTextFile': z.strictObject({ suggestedName: fileName, text: z.string().max(MAX_TEXT_CHARACTERS) }),
  'app:setMenu': z.strictObject({ commands: z.array(menuEntry).max(300) }),
  'app:act': z.strictObject({ act: z.enum(['print', 'save-pdf', 'zoom-in', 'zoom-out', 'zoom-reset', 'full-screen']), articleId: id.nullable() }),
  'library:getFirstView': z.void(),
  'settings:get': z.void(),
  'settings:set': settings,
  'feeds:list': z.void(),
  'feeds:listSuggested': z.void(),
  'feeds:discover': z.strictObject({ address }),
  'feeds:add': z.strictObject({ feedUrl: address }),
  'feeds:getHealth': z.strictObject({ feedId: id }),
  'feeds:setOptions': z.strictObject({
    feedId: id,
    options: z.strictObject({
      fullText: z.enum(['auto', 'always', 'never']),
      keepCount: z.int().min(1).max(1_000_000).nullable(),
      keepDays: z.int().min(1).max(36_500).nullable(),
    }),
  }),
  'feeds:importOpml': z.strictObject({ text: z.string().max(MAX_TEXT_CHARACTERS) }),
  'feeds:exportOpml': z.void(),
  'feeds:rename': z.strictObject({ feedId: id, title: z.string().trim().min(1).max(300) }),
  'folders:list': z.void(),
  'articles:listIds': z.strictObject({ view, order: listOrder.exactOptional() }),
  'articles:getSummaries': z.strictObject({ ids: ids(200) }),
  'articles:get': z.strictObject({ id }),
  'articles:mark': z.strictObject({
    ids: ids(200_000),
    change: z.strictObject({
      isRead: z.boolean().exactOptional(),
      isStarred: z.boolean().exactOptional(),
      isArchived: z.boolean().exactOptional(),
      isQueued: z.boolean().exactOptional(),
    }),
  }),
  'articles:markViewRead': z.strictObject({ view, before: z.number().nonnegative(), olderThan: z.number().nonnegative().exactOptional() }),
  'articles:getPosition': z.strictObject({ id }),
  'articles:setPosition': z.strictObject({
    id,
    position: z.strictObject({ paragraph: z.int().min(0).max(1_000_000), share: z.number().min(0).max(1) }).nullable(),
  }),
  'articles:tryAgain': z.strictObject({ id }),
  'articles:savePage': z.strictObject({ url: address }),
  'articles:saveFile': z.strictObject({
    name: z.string().min(1).max(1024),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_DROPPED_BYTES, 'file too large'),
  }),
  ...highlightSchemas,
  'search:query': z.strictObject({
    query: z.string().max(2000),
    limit: z.int().min(1).max(200),
    offset: z.int().min(0).max(1_000_000),
  }),
  'search:listIds': z.strictObject({ query: z.string().max(2000) }),
  'search:listRelated': z.strictObject({ id }),
  'enclosures:download': z.strictObject({ articleId: id, position: z.int().min(0).max(10_000) }),
  'enclosures:cancel': z.strictObject({ articleId: id, position: z.int().min(0).max(10_000) }),
  'stories:list': z.strictObject({ id }),
  'sync:start': z.strictObject({ feedId: id.nullable() }),
  'sync:cancel': z.void(),
  'sync:getProgress': z.void(),
} satisfies { [C in Channel]: z.ZodType<RequestOf<C>, unknown> };
