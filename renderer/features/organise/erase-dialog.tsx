import type { ReactNode } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { erase } from './organise-actions.ts';

/** Asks before articles are deleted for good; `ids` null is everything in the bin. */
export function EraseDialog({ ids, onClose }: { readonly ids: readonly ArticleId[] | null; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const inBin = useFeeds((state) => state.counts.bin);
  const words = t.organising.erase;
  const confirm = (): void => {
    onClose();
    inBackground(erase(ids));
  };
  return (
    <Dialog title={words.title} closeLabel={t.app.close} onClose={onClose}>
      <div className="dialog-form">
        <p>{words.text(ids?.length ?? inBin)}</p>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.app.cancel}</Button>
          <Button kind="primary" onClick={confirm}>{words.confirm}</Button>
        </div>
      </div>
    </Dialog>
  );
}
