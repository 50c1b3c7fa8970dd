import type { ReactNode } from 'react';
import { useState } from 'react';
import type { OfflineState } from '../../../contract/domain/article.ts';
import type { Feed, FeedHealth, FeedOptions, FullTextMode } from '../../../contract/domain/feed.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { OfflineMark } from '../../components/offline-mark.tsx';
import { When } from '../../components/when.tsx';
import { Unanswered, useAnswer } from '../../app/answer.tsx';
import { inBackground } from '../../app/report.ts';
import type { I18n } from '../../i18n/index.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { startSync, useSync } from '../library/sync-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import '../settings/settings-dialog.css';
import './health-dialog.css';

const DAY_MS = 86_400_000;
const FULL_TEXTS: readonly FullTextMode[] = ['auto', 'always', 'never'];
const COUNTS: readonly string[] = ['all', '100', '500', '2000'];
const DAYS: readonly string[] = ['all', '30', '90', '365'];

/** `all` for no limit: what the buttons hold. */
function limitName(limit: number | null): string {
  return limit === null ? 'all' : String(limit);
}

function limitOf(name: string): number | null {
  return name === 'all' ? null : Number(name);
}

/** The usual choices, and the one that was made elsewhere if it is none of them. */
function withCurrent(options: readonly string[], current: string): readonly string[] {
  return options.includes(current) ? options : [...options, current];
}

const STATES: readonly OfflineState[] = ['complete', 'partial', 'summary'];

/** When a source is asked next, as it stands now. */
function nextTry({ nextSyncAt, isStopped }: FeedHealth, { t, format }: I18n, isScheduled: boolean): string {
  if (isStopped || !isScheduled) return t.health.whenAsked;
  if (nextSyncAt === null || nextSyncAt <= Date.now()) return t.health.soon;
  return nextSyncAt - Date.now() < DAY_MS ? format.clock(nextSyncAt) : format.exact(nextSyncAt);
}

/** How many articles can be read offline, under the marks that the list gives them; of what there is none, nothing is said. */
function Readiness({ health }: { readonly health: FeedHealth }): ReactNode {
  const { t } = useI18n();
  const found = STATES.filter((state) => health[state] > 0);
  return (
    <ul className="health-readiness">
      {(found.length === 0 ? STATES.slice(0, 1) : found).map((state) => (
        <li key={state} title={t.offlineState[state]}>
          <OfflineMark state={state} label="" />
          {t.health.readiness[state](health[state])}
        </li>
      ))}
    </ul>
  );
}

function Facts({ health }: { readonly health: FeedHealth }): ReactNode {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { syncInBackground } = useSettings();
  const time = (at: number | null): ReactNode => (at === null ? t.health.never : <When time={at} />);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.health.lastSync, time(health.lastSyncAt)],
    [t.health.lastSuccess, time(health.lastSuccessAt)],
    ...(health.failingSince === null ? [] : [[t.health.failingSince, time(health.failingSince)] as const]),
    [t.health.nextSync, nextTry(health, i18n, syncInBackground)],
    [t.health.received, format.bytes(health.receivedBytes)],
    [t.health.articles, <Readiness key="readiness" health={health} />],
  ];
  return (
    <dl className="health-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function problemText({ isStopped, lastError, lastSyncAt }: FeedHealth, t: Messages): string {
  if (lastError === null) return lastSyncAt === null ? t.health.notAsked : t.health.well;
  return isStopped ? t.health.stopped : sentenceOf(lastError, t);
}

/** What went wrong at the last sync, and another try. */
function Problem({ health }: { readonly health: FeedHealth }): ReactNode {
  const { t } = useI18n();
  const isRunning = useSync((sync) => sync.isStarting || sync.progress?.isRunning === true);
  return (
    <div className="health-problem">
      <p role="status">{problemText(health, t)}</p>
      <Button disabled={isRunning} onClick={() => inBackground(startSync(health.feedId))}>{t.health.tryNow}</Button>
    </div>
  );
}

interface OptionsProps {
  readonly health: FeedHealth;
  readonly onChange: (change: Partial<FeedOptions>) => void;
}

function Options({ health, onChange }: OptionsProps): ReactNode {
  const { t } = useI18n();
  const count = limitName(health.keepCount);
  const days = limitName(health.keepDays);
  return (
    <>
      <Choice label={t.health.fullText} hint={t.health.fullTextHint} options={FULL_TEXTS} value={health.fullText}
        nameOf={(mode) => t.health.fullTexts[mode]} onChange={(fullText) => onChange({ fullText })} />
      <Choice label={t.health.keepCount} hint={t.health.keepHint} options={withCurrent(COUNTS, count)} value={count}
        nameOf={(name) => (name === 'all' ? t.health.keepAll : t.health.keepCountOf(Number(name)))}
        onChange={(name) => onChange({ keepCount: limitOf(name) })} />
      <Choice label={t.health.keepDays} hint={t.health.keepDaysHint} options={withCurrent(DAYS, days)} value={days}
        nameOf={(name) => (name === 'all' ? t.health.keepForever : t.health.keepDaysOf(Number(name)))}
        onChange={(name) => onChange({ keepDays: limitOf(name) })} />
    </>
  );
}

/** How a source is doing, in words, and what is kept of it. */
export function HealthDialog({ feed, onClose }: { readonly feed: Feed; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const [changes, setChanges] = useState(0);
  const answer = useAnswer(() => api.feeds.getHealth({ feedId: feed.id }), JSON.stringify([feed.id, feed.lastSyncAt, feed.articleCount, feed.isStopped, changes]));
  const health = answer.value;
  const change = (options: Partial<FeedOptions>): void => {
    if (health === null) return;
    const { fullText, keepCount, keepDays } = health;
    inBackground(api.feeds.setOptions({ feedId: feed.id, options: { fullText, keepCount, keepDays, ...options } }).then(() => setChanges(changes + 1)));
  };
  return (
    <Dialog title={t.health.title(feed.title)} closeLabel={t.app.close} onClose={onClose}>
      <Unanswered answer={answer} />
      {health !== null && (
        <>
          <Problem health={health} />
          <Facts health={health} />
          <Options health={health} onChange={change} />
        </>
      )}
    </Dialog>
  );
}
