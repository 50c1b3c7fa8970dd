import { CircleCheck, CircleDashed, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { SuggestedFeed } from '../../../contract/domain/feed.ts';
import { Button } from '../../components/button.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { openListImport } from '../feeds/subscription-list.ts';
import { currentList } from '../articles/list-store.ts';
import { openArticle } from '../reader/reader-store.ts';
import { LanguageSetting } from '../settings/look-settings.tsx';
import { ThemeSetting } from '../settings/reading-settings.tsx';
import { grouped } from './picked-list.ts';
import { closeWelcome, followPicked } from './welcome-store.ts';
import '../settings/settings-dialog.css';
import './welcome.css';

const EVIDENCE_ICONS: Readonly<Record<SuggestedFeed['evidence'], ReactNode>> = {
  seen: <CircleCheck size={14} aria-hidden="true" />,
  'long-in-use': <Clock size={14} aria-hidden="true" />,
  guess: <CircleDashed size={14} aria-hidden="true" />,
};

type Picked = ReadonlySet<string>;

interface PickProps {
  readonly picked: Picked;
  readonly onPick: (feedUrls: readonly string[], isPicked: boolean) => void;
}

function nameOf<T extends Readonly<Record<string, string>>>(names: T, key: string): string {
  return names[key] ?? key;
}

function Source({ feed, picked, onPick }: PickProps & { readonly feed: SuggestedFeed }): ReactNode {
  const { t } = useI18n();
  const isFollowed = useFeeds((state) => state.feeds.some((known) => known.feedUrl === feed.feedUrl));
  return (
    <li>
      <label className="welcome-source">
        <input type="checkbox" checked={isFollowed || picked.has(feed.feedUrl)} disabled={isFollowed} onChange={(event) => onPick([feed.feedUrl], event.target.checked)} />
        <span className="welcome-name">{feed.title}</span>
        <span className="welcome-evidence">
          {EVIDENCE_ICONS[feed.evidence]}
          {isFollowed ? t.add.subscribed : t.welcome.evidence[feed.evidence]}
        </span>
      </label>
    </li>
  );
}

interface TopicProps extends PickProps {
  readonly topic: string;
  readonly feeds: readonly SuggestedFeed[];
}

function Topic({ topic, feeds, picked, onPick }: TopicProps): ReactNode {
  const { t } = useI18n();
  const urls = feeds.map(({ feedUrl }) => feedUrl);
  const areAll = urls.every((url) => picked.has(url));
  const name = nameOf(t.welcome.topics, topic);
  return (
    <fieldset className="welcome-topic">
      <legend>{name}</legend>
      {feeds.length > 1 && (
        <Button kind="quiet" className="welcome-all" aria-label={`${areAll ? t.welcome.none : t.welcome.all}: ${name}`} onClick={() => onPick(urls, !areAll)}>
          {areAll ? t.welcome.none : t.welcome.all}
        </Button>
      )}
      <ul>
        {feeds.map((feed) => (
          <Source key={feed.feedUrl} feed={feed} picked={picked} onPick={onPick} />
        ))}
      </ul>
    </fieldset>
  );
}

function Sources({ picked, onPick }: PickProps): ReactNode {
  const { t } = useI18n();
  const suggested = useFeeds((state) => state.suggested);
  return grouped(suggested).map(({ language, topics }) => (
    <section key={language} className="welcome-part">
      <h3>{nameOf<Messages['welcome']['languages']>(t.welcome.languages, language)}</h3>
      {topics.map(([topic, feeds]) => (
        <Topic key={topic} topic={topic} feeds={feeds} picked={picked} onPick={onPick} />
      ))}
    </section>
  ));
}

/** Leaves the welcome for the first of the articles that are there. */
function readOn(): void {
  const [first] = currentList().ids;
  closeWelcome();
  if (first !== undefined) openArticle(first);
}

/** What to do with the sources that were picked, and the other ways to begin. */
function Foot({ picked }: { readonly picked: Picked }): ReactNode {
  const { t } = useI18n();
  const suggested = useFeeds((state) => state.suggested);
  const [isBusy, setBusy] = useState(false);
  const follow = (): void => {
    setBusy(true);
    inBackground(followPicked(suggested.filter(({ feedUrl }) => picked.has(feedUrl))).finally(() => setBusy(false)));
  };
  return (
    <footer className="welcome-foot">
      <Button kind="primary" disabled={picked.size === 0 || isBusy} onClick={follow}>{t.welcome.follow(picked.size)}</Button>
      <div className="welcome-others">
        <Button onClick={openListImport}>{t.welcome.importList}</Button>
        <Button kind="quiet" onClick={readOn}>{t.welcome.justRead}</Button>
      </div>
    </footer>
  );
}

/**
 * The first start: language and theme, sources to begin with, or just the articles that come with Docbao. It stands in the article's
 * place and stops nothing: the list and all keys work beside it.
 */
export function Welcome(): ReactNode {
  const { t } = useI18n();
  const [picked, setPicked] = useState<Picked>(new Set());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const onPick = (feedUrls: readonly string[], isPicked: boolean): void => {
    const next = new Set(picked);
    for (const url of feedUrls) {
      if (isPicked) next.add(url);
      else next.delete(url);
    }
    setPicked(next);
  };
  return (
    <div className="welcome">
      <div className="welcome-page">
        <h2 ref={title} tabIndex={-1} className="welcome-title">{t.welcome.title}</h2>
        <p className="welcome-lede">{t.welcome.lede}</p>
        <div className="welcome-look">
          <LanguageSetting />
          <ThemeSetting />
        </div>
        <h3 className="welcome-step">{t.welcome.pick}</h3>
        <p className="welcome-hint">{t.welcome.pickHint}</p>
        <Sources picked={picked} onPick={onPick} />
      </div>
      <Foot picked={picked} />
    </div>
  );
}
