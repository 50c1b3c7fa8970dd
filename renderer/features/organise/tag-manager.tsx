import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Tag, TagId } from '../../../contract/domain/organising.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Menu } from '../../components/menu.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { NewTag, TagEdit } from './tag-edit.tsx';
import { mergeTags, removeTags } from './tags-actions.ts';
import './organise.css';

interface TagLineProps {
  readonly tag: Tag;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onEdit: () => void;
}

function TagLine({ tag, isChosen, onChoose, onEdit }: TagLineProps): ReactNode {
  const { t } = useI18n();
  const words = t.organising.tags;
  return (
    <div className="organise-row">
      <label className="tag-choose">
        <input type="checkbox" checked={isChosen} aria-label={words.choose(tag.name)} onChange={onChoose} />
      </label>
      <span className="tag-dot" data-color={tag.color} />
      <span className="organise-name">{tag.name}</span>
      <span className="organise-detail">{t.sidebar.articleCount(tag.articleCount)}</span>
      <IconButton label={`${words.rename}: ${tag.name}`} icon={<Pencil size={14} />} onClick={onEdit} />
    </div>
  );
}

/** What can be done with several tags at once. */
function ChosenTags({ tags, onDone }: { readonly tags: readonly Tag[]; readonly onDone: () => void }): ReactNode {
  const { t } = useI18n();
  const words = t.organising.tags;
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const merge = (into: Tag): void => {
    onDone();
    inBackground(mergeTags(tags.map(({ id }) => id), into));
  };
  const remove = (): void => {
    onDone();
    inBackground(removeTags(tags.map(({ id }) => id)));
  };
  return (
    <div className="dialog-actions">
      <span className="organise-name" role="status">{words.chosen(tags.length)}</span>
      <Button kind="quiet" onClick={remove}>{words.remove}</Button>
      {tags.length > 1 && (
        <Button aria-haspopup="menu" onClick={(event) => { const box = event.currentTarget.getBoundingClientRect(); setAt({ x: box.left, y: box.bottom }); }}>
          {words.merge}
        </Button>
      )}
      {at !== null && (
        <Menu label={words.merge} at={at} onClose={() => setAt(null)}
          items={tags.map((tag) => ({ id: String(tag.id), label: words.mergeInto(tag.name), run: () => merge(tag) }))} />
      )}
    </div>
  );
}

/** Every tag: new ones, their names and colours, merging and deleting. */
export function TagManager({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const words = t.organising.tags;
  const tags = useFeeds((state) => state.tags);
  const [edited, setEdited] = useState<TagId | 'new' | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<TagId>>(new Set());
  const toggle = (id: TagId): void => {
    const ids = new Set(chosen);
    if (!ids.delete(id)) ids.add(id);
    setChosen(ids);
  };
  const chosenTags = tags.filter(({ id }) => chosen.has(id));
  return (
    <Dialog title={words.manage} closeLabel={t.app.close} onClose={onClose}>
      <div className="dialog-form">
        {tags.length === 0 && edited === null && <p className="organise-hint">{t.organising.tags.none}</p>}
        <ul className="organise-list organise-tree">
          {tags.map((tag) => (
            <li key={tag.id}>
              {edited === tag.id ? (
                <TagEdit tag={tag} onDone={() => setEdited(null)} />
              ) : (
                <TagLine tag={tag} isChosen={chosen.has(tag.id)} onChoose={() => toggle(tag.id)} onEdit={() => setEdited(tag.id)} />
              )}
            </li>
          ))}
        </ul>
        {edited === 'new' && <NewTag onDone={() => setEdited(null)} />}
        {chosenTags.length > 0 ? (
          <ChosenTags tags={chosenTags} onDone={() => setChosen(new Set())} />
        ) : (
          edited === null && <div className="dialog-actions"><Button onClick={() => setEdited('new')}>{words.newTag}</Button></div>
        )}
      </div>
    </Dialog>
  );
}
