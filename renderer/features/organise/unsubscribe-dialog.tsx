import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FeedId } from '../../../contract/domain/feed.ts';
import type { KeptArticles } from '../../../contract/domain/organising.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { clearFeedSelection } from '../feeds/feed-selection.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { unsubscribe } from './arranging.ts';
import './organise.css';

const CHOICES: readonly KeptArticles[] = ['marked', 'all'];

/** Asks what becomes of the articles of subscriptions that end. */
export function UnsubscribeDialog({ feedIds, onClose }: { readonly feedIds: readonly FeedId[]; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const words = t.organising.unsubscribe;
  const byId = useFeeds((state) => state.byId);
  const feeds = feedIds.flatMap((id) => byId.get(id) ?? []);
  const [keep, setKeep] = useState<KeptArticles>('marked');
  const articles = feeds.reduce((sum, feed) => sum + feed.articleCount, 0);
  const confirm = (): void => {
    onClose();
    clearFeedSelection();
    inBackground(unsubscribe(feeds, keep));
  };
  return (
    <Dialog title={feeds.length === 1 ? t.sidebar.unsubscribeTitle(feeds[0]?.title ?? '') : words.title(feeds.length)} closeLabel={t.app.close} onClose={onClose}>
      <div className="dialog-form">
        {articles === 0 ? (
          <p>{t.sidebar.unsubscribeEmpty}</p>
        ) : (
          <fieldset className="setting choice-column">
            <legend>{words.question}</legend>
            <div className="choice">
              {CHOICES.map((choice) => (
                <label key={choice}>
                  <input type="radio" name="keep" checked={choice === keep} onChange={() => setKeep(choice)} />
                  <span>{words[choice]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.app.cancel}</Button>
          <Button kind="primary" onClick={confirm}>{t.sidebar.unsubscribe}</Button>
        </div>
      </div>
    </Dialog>
  );
}
