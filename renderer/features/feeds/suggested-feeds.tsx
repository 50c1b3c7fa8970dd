import type { ReactNode } from 'react';
import { useState } from 'react';
import type { SuggestedFeed } from '../../../contract/domain/feed.ts';
import { Button } from '../../components/button.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { subscribe } from './add-store.ts';
import { useFeeds } from './feeds-store.ts';

function Suggestion({ feed }: { readonly feed: SuggestedFeed }): ReactNode {
  const { t } = useI18n();
  const isFollowed = useFeeds((state) => state.feeds.some((known) => known.feedUrl === feed.feedUrl));
  const [isBusy, setBusy] = useState(false);
  const evidence = t.add.evidence[feed.evidence];
  const follow = (): void => {
    setBusy(true);
    inBackground(subscribe(feed.feedUrl).finally(() => setBusy(false)));
  };
  return (
    <li className="suggestion">
      <SourceMark name={feed.title} icon={null} />
      <div className="suggestion-what">
        <span className="suggestion-name">{feed.title}</span>
        {evidence !== '' && <span className="suggestion-evidence">{evidence}</span>}
      </div>
      <Button disabled={isFollowed || isBusy} aria-label={`${t.add.subscribe}: ${feed.title}`} onClick={follow}>
        {isFollowed ? t.add.subscribed : t.add.subscribe}
      </Button>
    </li>
  );
}

/** The sources that come with Docbao. */
export function SuggestedFeeds(): ReactNode {
  const { t } = useI18n();
  const suggested = useFeeds((state) => state.suggested);
  if (suggested.length === 0) return null;
  return (
    <section className="suggested-feeds">
      <h3>{t.add.suggested}</h3>
      <p className="add-quiet">{t.add.suggestedHint}</p>
      <ul>
        {suggested.map((feed) => (
          <Suggestion key={feed.feedUrl} feed={feed} />
        ))}
      </ul>
    </section>
  );
}
