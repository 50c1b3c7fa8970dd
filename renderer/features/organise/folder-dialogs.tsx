import type { ReactNode, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import type { FeedId, FolderId } from '../../../contract/domain/feed.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { createFolder, renameFolder } from './arranging.ts';

interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly verb: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function NameDialog({ title, name: before, verb, onName, onClose }: NameDialogProps): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const [name, setName] = useState(before);
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onClose();
    onName(name.trim());
  };
  return (
    <Dialog title={title} closeLabel={t.app.close} onClose={onClose} focusesBody={false}>
      <form className="dialog-form" onSubmit={onSubmit}>
        <TextField id={id} label={t.organising.folders.name} value={name} onChange={setName} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.app.cancel}</Button>
          <Button type="submit" kind="primary" disabled={name.trim() === ''}>{verb}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface NewFolderProps {
  readonly parentId: FolderId | null;
  /** What is put into it at once. */
  readonly feedIds: readonly FeedId[];
  readonly onClose: () => void;
}

export function NewFolderDialog({ parentId, feedIds, onClose }: NewFolderProps): ReactNode {
  const { t } = useI18n();
  const { folders } = t.organising;
  return (
    <NameDialog title={parentId === null ? folders.add : folders.addInside} name="" verb={folders.create} onClose={onClose}
      onName={(title) => inBackground(createFolder(title, parentId, feedIds))} />
  );
}

export function RenameFolderDialog({ folderId, onClose }: { readonly folderId: FolderId; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const folder = useFeeds((state) => state.folders.find(({ id }) => id === folderId));
  return (
    <NameDialog title={t.organising.folders.rename} name={folder?.title ?? ''} verb={t.sidebar.save} onClose={onClose}
      onName={(title) => inBackground(renameFolder(folderId, title))} />
  );
}
