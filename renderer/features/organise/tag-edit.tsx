import type { ReactNode, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import type { Tag, TagColor } from '../../../contract/domain/organising.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { TagColors } from './tag-colors.tsx';
import { changeTag, createTag, isSameName, nextColor, removeTags } from './tags-actions.ts';

interface TagFormProps {
  readonly name: string;
  readonly color: TagColor;
  /** The tag that has the form; null where it makes a new one. */
  readonly tag: Tag | null;
  readonly onDone: () => void;
}

function TagForm({ name: before, color: colorBefore, tag, onDone }: TagFormProps): ReactNode {
  const { t } = useI18n();
  const words = t.organising.tags;
  const id = useId();
  const [name, setName] = useState(before);
  const [color, setColor] = useState(colorBefore);
  const tags = useFeeds((state) => state.tags);
  const twin = tags.find((other) => other.id !== tag?.id && isSameName(other.name, name));
  const isReady = name.trim() !== '' && twin === undefined;
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    inBackground(tag === null ? createTag(name.trim(), color) : changeTag(tag, { name: name.trim(), color }));
    onDone();
  };
  return (
    <form className="tag-edit" onSubmit={onSubmit}>
      <div className="tag-fields">
        <TextField id={id} label={words.name} value={name} onChange={setName} />
      </div>
      <p className="tag-wrong" role="alert">{twin !== undefined && words.nameTaken(twin.name)}</p>
      <TagColors value={color} onChange={setColor} />
      <div className="dialog-actions">
        {tag !== null && <Button kind="quiet" onClick={() => { onDone(); inBackground(removeTags([tag.id])); }}>{words.remove}</Button>}
        <Button onClick={onDone}>{t.app.cancel}</Button>
        <Button type="submit" kind="primary" disabled={!isReady}>{tag === null ? words.add : t.sidebar.save}</Button>
      </div>
    </form>
  );
}

/** Name and colour of a tag. */
export function TagEdit({ tag, onDone }: { readonly tag: Tag; readonly onDone: () => void }): ReactNode {
  return <TagForm name={tag.name} color={tag.color} tag={tag} onDone={onDone} />;
}

export function NewTag({ onDone }: { readonly onDone: () => void }): ReactNode {
  const tags = useFeeds((state) => state.tags);
  return <TagForm name="" color={nextColor(tags)} tag={null} onDone={onDone} />;
}
