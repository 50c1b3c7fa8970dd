import { setImmediate } from 'node:timers/promises';
import type { ArticleId } from '../../../contract/domain/article.ts';
import {
  binArticles,
  changeTag,
  createFolder,
  createTag,
  eraseArticles,
  listBinned,
  mergeTags,
  placeFeeds,
  placeFolder,
  removeFolder,
  removeTags,
  renameFolder,
  restoreArticles,
  setArticleTags,
  setFolderCollapsed,
  snoozeArticles,
  unsubscribe,
  type TakeBack,
} from '../../store/index.ts';
import type { OrganisingContract } from '../../../contract/ipc/organising-contract.ts';
import type { Done, KeptArticles } from '../../../contract/domain/organising.ts';
import type { FeedId } from '../../../contract/domain/feed.ts';
import type { Library } from '../../sync/open-library.ts';
import type { UndoLog } from '../undo-log.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type OrganisingHandlers = Pick<LibraryHandlers, Exclude<keyof OrganisingContract, 'tags:list'>>;
type ArticleGroup = 'articles:snooze' | 'articles:remove' | 'articles:restore' | 'articles:erase' | 'articles:setTags';
type TagGroup = 'tags:create' | 'tags:change' | 'tags:merge' | 'tags:remove';

/** Articles that are erased in one transaction; others may read and write between two. */
const ERASED_AT_ONCE = 200;

export function organisingHandlers(library: Library, undoLog: UndoLog): OrganisingHandlers {
  const { write } = library.store;
  return {
    ...articleGroup(library, undoLog),
    ...tagGroup(library, undoLog),
    ...folderGroup(library, undoLog),
    'library:undo': ({ undo }) => {
      undoLog.run(write, undo);
      library.changes.feeds();
      tellArticles(library, null);
    },
    'feeds:remove': ({ feedIds, keep }) => removeFeeds(library, undoLog, feedIds, keep),
  };
}

/** Articles came or went, or changed: windows hear of it, and the search index follows. */
function tellArticles(library: Library, ids: readonly ArticleId[] | null): void {
  library.changes.articles(ids);
  void library.indexed();
}

function articleGroup(library: Library, undoLog: UndoLog): Pick<OrganisingHandlers, ArticleGroup> {
  const { write } = library.store;
  const edited = ({ ids, takeBack }: { readonly ids: readonly ArticleId[]; readonly takeBack: TakeBack }): Done => {
    if (ids.length === 0) return { undo: null };
    tellArticles(library, ids);
    return undoLog.add(takeBack);
  };
  return {
    'articles:snooze': ({ ids, until }) => edited(snoozeArticles(write, ids, until)),
    'articles:remove': ({ ids }) => edited(binArticles(write, ids, Date.now())),
    'articles:restore': ({ ids }) => edited(restoreArticles(write, ids)),
    'articles:erase': async ({ ids }) => ({ erased: await erase(library, ids ?? listBinned(write)) }),
    'articles:setTags': ({ ids, add, remove }) => {
      const takeBack = setArticleTags(write, ids, add, remove);
      if (takeBack !== null) library.changes.articles(ids);
      return undoLog.add(takeBack);
    },
  };
}

async function erase(library: Library, ids: readonly ArticleId[]): Promise<number> {
  let erased = 0;
  for (let from = 0; from < ids.length; from += ERASED_AT_ONCE) {
    erased += eraseArticles(library.store.write, ids.slice(from, from + ERASED_AT_ONCE));
    await setImmediate();
  }
  await library.removeUnusedAssets();
  if (erased > 0) tellArticles(library, null);
  return erased;
}

function tagGroup(library: Library, undoLog: UndoLog): Pick<OrganisingHandlers, TagGroup> {
  const { write } = library.store;
  const changed = (takeBack: TakeBack | null): Done => {
    library.changes.articles(null);
    return undoLog.add(takeBack);
  };
  return {
    'tags:create': ({ name, color }) => {
      const tag = createTag(write, name, color);
      library.changes.feeds();
      return tag;
    },
    'tags:change': ({ tagId, ...change }) => changed(changeTag(write, tagId, change)),
    'tags:merge': ({ tagIds, into }) => changed(mergeTags(write, tagIds, into)),
    'tags:remove': ({ tagIds }) => changed(removeTags(write, tagIds)),
  };
}

function folderGroup(library: Library, undoLog: UndoLog): Omit<OrganisingHandlers, ArticleGroup | TagGroup | 'library:undo' | 'feeds:remove'> {
  const { write } = library.store;
  const arranged = (takeBack: TakeBack): Done => {
    library.changes.feeds();
    return undoLog.add(takeBack);
  };
  return {
    'feeds:place': ({ feedIds, folderId, before }) => arranged(placeFeeds(write, feedIds, folderId, before)),
    'folders:create': ({ title, parentId }) => {
      const folderId = createFolder(write, title, parentId);
      library.changes.feeds();
      return { folderId };
    },
    'folders:rename': ({ folderId, title }) => arranged(renameFolder(write, folderId, title)),
    'folders:place': ({ folderId, parentId, before }) => arranged(placeFolder(write, folderId, parentId, before)),
    'folders:remove': ({ folderId }) => arranged(removeFolder(write, folderId)),
    'folders:setCollapsed': ({ folderId, isCollapsed }) => {
      setFolderCollapsed(write, folderId, isCollapsed);
      library.changes.feeds();
    },
  };
}

function removeFeeds(library: Library, undoLog: UndoLog, feedIds: readonly FeedId[], keep: KeptArticles): Done {
  const { write } = library.store;
  const at = Date.now();
  const removed = write.transaction(() => feedIds.map((feedId) => unsubscribe(write, feedId, keep, at)));
  library.changes.feeds();
  tellArticles(library, null);
  return undoLog.add(removed.length === 0 ? null : (db) => removed.forEach(({ takeBack }) => takeBack(db)));
}
