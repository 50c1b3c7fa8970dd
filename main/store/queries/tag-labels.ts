import { lazily } from '../../../contract/domain/lazily.ts';
import { TAG_COLORS, type TagColor, type TagLabel } from '../../../contract/domain/organising.ts';

const collator = lazily(() => new Intl.Collator('vi'));

/** SQL for the tags of `articles a` as one JSON array. */
export const TAG_LABELS = `(SELECT json_group_array(json_object('id', t.id, 'name', t.name, 'color', t.color))
  FROM article_tags x JOIN tags t ON t.id = x.tag_id WHERE x.article_id = a.id)`;

/** A tag as it is stored. One that came with an import has no colour, or that of another program. */
export interface TagRow {
  readonly id: number;
  readonly name: string;
  readonly color: string | null;
}

export function toTagLabel({ id, name, color }: TagRow): TagLabel {
  return { id, name, color: TAG_COLORS.find((known) => known === color) ?? ('grey' satisfies TagColor) };
}

/** In the order of their names, as Vietnamese is sorted. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return collator().compare(a.name, b.name);
}

/** What `TAG_LABELS` selected. */
export function readTagLabels(json: string): readonly TagLabel[] {
  if (json === '[]') return [];
  return (JSON.parse(json) as TagRow[]).map(toTagLabel).sort(byName);
}
