import { Check, Minus, Plus } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { Tag, TagLabel } from '../../../contract/domain/organising.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { summaryOf, useSummaryVersion } from '../articles/summary-cache.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { setTags } from './organise-actions.ts';
import { createTag, isSameName, matchingTags, nextColor } from './tags-actions.ts';
import './organise.css';

interface TagDialogProps {
  readonly ids: readonly ArticleId[];
  readonly onClose: () => void;
}

type Held = 'all' | 'some' | 'none';

/** How many of the articles have a tag, as far as they are known here. */
function heldBy(ids: readonly ArticleId[], tag: Tag): Held {
  const known = ids.flatMap((id) => summaryOf(id) ?? []);
  const having = known.filter((row) => row.tags.some((label) => label.id === tag.id)).length;
  if (having === 0) return 'none';
  return having === known.length ? 'all' : 'some';
}

function TagOption({ tag, held, isCurrent, id, onToggle }: { readonly tag: Tag; readonly held: Held; readonly isCurrent: boolean; readonly id: string; readonly onToggle: () => void }): ReactNode {
  return (
    <div id={id} role="option" aria-selected={isCurrent} aria-checked={held === 'all' ? true : held === 'some' ? 'mixed' : false} className="organise-row" onClick={onToggle}>
      <span className="tag-check" aria-hidden="true">{held === 'all' ? <Check size={14} /> : held === 'some' ? <Minus size={14} /> : null}</span>
      <span className="tag-dot" data-color={tag.color} />
      <span className="organise-name">{tag.name}</span>
      <span className="organise-detail">{tag.articleCount}</span>
    </div>
  );
}

/** Puts tags on articles: type to find one or to make a new one, Enter puts it on or takes it off. */
export function TagDialog({ ids, onClose }: TagDialogProps): ReactNode {
  const { t } = useI18n();
  const words = t.organising.tags;
  const tags = useFeeds((state) => state.tags);
  useSummaryVersion();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = matchingTags(tags, text);
  const isNew = text.trim() !== '' && !tags.some((tag) => isSameName(tag.name, text));
  const lines = found.length + (isNew ? 1 : 0);
  const current = Math.max(0, Math.min(at, lines - 1));
  useEffect(() => document.getElementById(`tag-option-${current}`)?.scrollIntoView({ block: 'nearest' }), [current]);
  const put = (tag: TagLabel, isOn: boolean): void => {
    inBackground(setTags(ids, isOn ? [tag.id] : [], isOn ? [] : [tag.id], null));
    setText('');
  };
  const make = (): void => inBackground(createTag(text.trim(), nextColor(tags)).then((tag) => put(tag, true)));
  const choose = (index: number): void => {
    const tag = found[index];
    if (tag !== undefined) put(tag, heldBy(ids, tag) !== 'all');
    else if (isNew) make();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + lines) % Math.max(1, lines));
    } else if (event.key === 'Enter') choose(current);
  };
  return (
    <Dialog title={words.dialogTitle(ids.length)} closeLabel={t.app.close} onClose={onClose} focusesBody={false}>
      <div className="dialog-form">
        <div className="text-field">
          <input type="text" role="combobox" data-first-focus="" aria-expanded="true" aria-controls="tag-options" aria-label={words.field} placeholder={words.field} value={text}
            aria-activedescendant={lines === 0 ? undefined : `tag-option-${current}`} spellCheck={false} onKeyDown={onKeyDown}
            onChange={(event) => { setText(event.target.value); setAt(0); }} />
        </div>
        <div id="tag-options" className="organise-tree" role="listbox" aria-label={words.section} aria-multiselectable="true" tabIndex={-1}>
          {found.map((tag, index) => (
            <TagOption key={tag.id} id={`tag-option-${index}`} tag={tag} held={heldBy(ids, tag)} isCurrent={index === current} onToggle={() => choose(index)} />
          ))}
          {isNew && (
            <div id={`tag-option-${found.length}`} role="option" aria-selected={current === found.length} className="organise-row" onClick={make}>
              <Plus size={16} />
              <span className="organise-name">{words.create(text.trim())}</span>
            </div>
          )}
        </div>
        {lines === 0 && <p className="organise-hint">{words.none}</p>}
        <div className="dialog-actions"><Button onClick={onClose}>{words.done}</Button></div>
      </div>
    </Dialog>
  );
}
