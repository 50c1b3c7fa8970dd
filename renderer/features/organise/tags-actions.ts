import { TAG_COLORS, type Tag, type TagColor, type TagId, type TagLabel } from '../../../contract/domain/organising.ts';
import { foldPrefix } from '../../../contract/domain/fold.ts';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { offerUndo } from '../../app/undo-stack.ts';
import { currentI18n } from '../../i18n/index.ts';
import { currentList, openView } from '../articles/list-store.ts';
import { currentFeeds, loadFeeds } from '../feeds/feeds-store.ts';

/** The colour that fewest tags have: a new tag is told from the others. */
export function nextColor(tags: readonly TagLabel[]): TagColor {
  const used = (color: TagColor): number => tags.filter((tag) => tag.color === color).length;
  return TAG_COLORS.toSorted((a, b) => used(a) - used(b))[0] ?? 'grey';
}

/** The tags whose name holds what was typed, with or without marks. */
export function matchingTags<T extends TagLabel>(tags: readonly T[], typed: string): readonly T[] {
  const wanted = foldPrefix(typed.trim());
  return wanted === '' ? tags : tags.filter((tag) => foldPrefix(tag.name).includes(wanted));
}

export function isSameName(a: string, b: string): boolean {
  return a.trim().normalize('NFC').toLocaleLowerCase('vi') === b.trim().normalize('NFC').toLocaleLowerCase('vi');
}

export async function createTag(name: string, color: TagColor): Promise<TagLabel> {
  const tag = await api.tags.create({ name, color });
  await loadFeeds();
  return tag;
}

export async function changeTag(tag: Tag, change: { readonly name?: string; readonly color?: TagColor }): Promise<void> {
  offerUndo(currentI18n().t.organising.tags.renamed, await api.tags.change({ tagId: tag.id, ...change }));
  await loadFeeds();
}

/** The view of a tag that is gone shows nothing: all articles take its place. */
async function leaveGone(): Promise<void> {
  await loadFeeds();
  const { view } = currentList();
  if (view.kind === 'tag' && !currentFeeds().tags.some((tag) => tag.id === view.tagId)) await openView({ kind: 'all' });
}

export async function removeTags(tagIds: readonly TagId[]): Promise<void> {
  const done = await api.tags.remove({ tagIds });
  offerUndo(currentI18n().t.organising.tags.removed(tagIds.length), done);
  await leaveGone();
}

export async function mergeTags(tagIds: readonly TagId[], into: Tag): Promise<void> {
  const done = await api.tags.merge({ tagIds: tagIds.filter((id) => id !== into.id), into: into.id });
  if (done.undo === null) notify(currentI18n().t.organising.tags.merged(into.name));
  offerUndo(currentI18n().t.organising.tags.merged(into.name), done);
  await leaveGone();
}
