import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Feed } from '../../../contract/domain/feed.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import type { FeedSyncProgress, SyncProgress } from '../../../contract/domain/sync.ts';
import type { I18n } from '../../i18n/index.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { useSync } from './sync-store.ts';

interface LineProps {
  readonly title: string;
  readonly state: string;
  readonly error: ReaderError | null;
  /** Epoch milliseconds; null where no next try is planned. */
  readonly retryAt: number | null;
}

function Line({ title, state, error, retryAt }: LineProps): ReactNode {
  const { t, format } = useI18n();
  const planned = retryAt !== null && retryAt > Date.now() ? retryAt : null;
  const retry = planned === null ? '' : ` ${t.sync.retryAt(format.clock(planned))}`;
  return (
    <li>
      <div className="sync-feed-line">
        <span className="sync-feed-name">{title}</span>
        <span className="sync-feed-state">{state}</span>
      </div>
      {error !== null && <p className="sync-why">{sentenceOf(planned === null ? error : { ...error, facts: { ...error.facts, retryAt: planned } }, t) + retry}</p>}
    </li>
  );
}

function stateText(feed: FeedSyncProgress, { t }: I18n): string {
  const { state } = t.sync;
  return feed.state === 'articles' ? state.articles(feed.articlesDone, feed.articlesTotal) : state[feed.state];
}

function Running({ progress }: { readonly progress: SyncProgress }): ReactNode {
  const i18n = useI18n();
  const { t, format } = i18n;
  return (
    <>
      <h2>{t.sync.running(progress.feedsDone, progress.feedsTotal)}</h2>
      <p className="sync-sum">{t.sync.newSoFar(progress.newArticles, format.bytes(progress.bytes))}</p>
      <ul className="sync-feeds">
        {progress.feeds.map((feed) => (
          <Line key={feed.feedId} title={feed.title} state={stateText(feed, i18n)} error={feed.error} retryAt={null} />
        ))}
      </ul>
    </>
  );
}

function failedOf(feeds: readonly Feed[]): readonly Feed[] {
  return feeds.filter((feed) => feed.lastError !== null);
}

function AtRest(): ReactNode {
  const { t } = useI18n();
  const feeds = useFeeds((state) => state.feeds);
  const failed = failedOf(feeds);
  if (feeds.length === 0) return <p>{t.sync.nothingYet}</p>;
  if (failed.length === 0) return <p>{t.sync.allWell}</p>;
  return (
    <>
      <h2>{t.sync.failedFeeds(failed.length)}</h2>
      <ul className="sync-feeds">
        {failed.map((feed) => (
          <Line key={feed.id} title={feed.title} state={t.sync.state.failed} error={feed.lastError} retryAt={feed.nextSyncAt} />
        ))}
      </ul>
    </>
  );
}

/** Drawn only while somebody looks: a sync changes it ten times a second. */
function Details(): ReactNode {
  const progress = useSync((sync) => sync.progress);
  return progress?.isRunning === true ? <Running progress={progress} /> : <AtRest />;
}

/** Who is being fetched, what failed and why. */
export function SyncDetails({ id }: { readonly id: string }): ReactNode {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  return (
    <section id={id} className="sync-details" popover="auto" aria-label={t.sync.details} onBeforeToggle={({ newState }) => setOpen(newState === 'open')}>
      {isOpen && <Details />}
    </section>
  );
}
