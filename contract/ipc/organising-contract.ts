import type { ArticleId } from '../domain/article.ts';
import type { FeedId, FolderId } from '../domain/feed.ts';
import type { Done, KeptArticles, Tag, TagColor, TagId, TagLabel, UndoId } from '../domain/organising.ts';

/** The part of the contract with which a library is kept in order: snooze, bin, tags, folders, and the way back from each. */
export interface OrganisingContract {
  /** Takes back what was done, as it was before. Answers `no-such-item` where that is too long ago. */
  'library:undo': { request: { undo: UndoId }; response: void };

  /** Hides articles until a moment (epoch ms), at which they come back unread and on top; null brings them back now, as they are. */
  'articles:snooze': { request: { ids: readonly ArticleId[]; until: number | null }; response: Done };
  /** Puts articles in the bin: they leave every list and the search, and after thirty days the library. */
  'articles:remove': { request: { ids: readonly ArticleId[] }; response: Done };
  /** Takes articles out of the bin. */
  'articles:restore': { request: { ids: readonly ArticleId[] }; response: Done };
  /** Removes articles of the bin for ever: some, or all of them (null). Answers how many. There is no way back. */
  'articles:erase': { request: { ids: readonly ArticleId[] | null }; response: { readonly erased: number } };
  'articles:setTags': { request: { ids: readonly ArticleId[]; add: readonly TagId[]; remove: readonly TagId[] }; response: Done };

  /** Every tag, in the order of their names. */
  'tags:list': { request: void; response: readonly Tag[] };
  /** Makes a tag; one of that name that is there already, whatever its case, is answered as it is. */
  'tags:create': { request: { name: string; color: TagColor }; response: TagLabel };
  /** Renames or recolours. A name that another tag has is `bad-request`: merge them. */
  'tags:change': { request: { tagId: TagId; name?: string; color?: TagColor }; response: Done };
  /** Gives the articles of some tags to another, and removes those tags. */
  'tags:merge': { request: { tagIds: readonly TagId[]; into: TagId }; response: Done };
  'tags:remove': { request: { tagIds: readonly TagId[] }; response: Done };

  /** Unsubscribes. What goes with a feed goes to the bin; starred, archived, queued, tagged and highlighted articles always stay. */
  'feeds:remove': { request: { feedIds: readonly FeedId[]; keep: KeptArticles }; response: Done };
  /** Puts feeds in a folder (null: at the top), in this order, before one of its feeds or, with null, at its end. */
  'feeds:place': { request: { feedIds: readonly FeedId[]; folderId: FolderId | null; before: FeedId | null }; response: Done };
  'folders:create': { request: { title: string; parentId: FolderId | null }; response: { readonly folderId: FolderId } };
  'folders:rename': { request: { folderId: FolderId; title: string }; response: Done };
  /** Puts a folder inside another (null: at the top), before one of its folders or, with null, at the end. */
  'folders:place': { request: { folderId: FolderId; parentId: FolderId | null; before: FolderId | null }; response: Done };
  /** Removes a folder; what is in it moves to the folder around it. */
  'folders:remove': { request: { folderId: FolderId }; response: Done };
  'folders:setCollapsed': { request: { folderId: FolderId; isCollapsed: boolean }; response: void };
}

/** Their names as values; `channels.ts` checks that none is missing. */
export const ORGANISING_CHANNELS = {
  'library:undo': 0,
  'articles:snooze': 0,
  'articles:remove': 0,
  'articles:restore': 0,
  'articles:erase': 0,
  'articles:setTags': 0,
  'tags:list': 0,
  'tags:create': 0,
  'tags:change': 0,
  'tags:merge': 0,
  'tags:remove': 0,
  'feeds:remove': 0,
  'feeds:place': 0,
  'folders:create': 0,
  'folders:rename': 0,
  'folders:place': 0,
  'folders:remove': 0,
  'folders:setCollapsed': 0,
} satisfies Record<keyof OrganisingContract, 0>;
