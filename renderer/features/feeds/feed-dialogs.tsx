import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Feed, FeedId } from '../../../contract/domain/feed.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { HealthDialog } from './health-dialog.tsx';
import { renameFeed, useFeeds } from './feeds-store.ts';

interface FeedDialogProps {
  readonly feed: Feed;
  readonly onClose: () => void;
}

function RenameDialog({ feed, onClose }: FeedDialogProps): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const [title, setTitle] = useState(feed.title);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (title.trim() === '') return;
    inBackground(renameFeed(feed.id, title.trim()));
    onClose();
  };
  return (
    <Dialog title={t.sidebar.rename} closeLabel={t.app.close} onClose={onClose} focusesBody={false}>
      <form className="dialog-form" onSubmit={onSubmit}>
        <TextField id={id} ref={input} label={t.sidebar.renameLabel} value={title} onChange={setTitle} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.app.cancel}</Button>
          <Button type="submit" kind="primary" disabled={title.trim() === ''}>{t.sidebar.save}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What a subscription's menu opens; nothing where it is followed no longer. */
export function FeedDialog({ name, feedId, onClose }: { readonly name: 'rename-feed' | 'feed-health'; readonly feedId: FeedId; readonly onClose: () => void }): ReactNode {
  const feed = useFeeds((state) => state.byId.get(feedId));
  if (feed === undefined) return null;
  return name === 'rename-feed' ? <RenameDialog feed={feed} onClose={onClose} /> : <HealthDialog feed={feed} onClose={onClose} />;
}
