import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Feed, FeedHealth, FeedOptions, FullTextMode } from '../../../contract/domain/feed.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import { api, readerErrorOf } from '../../api/client.ts';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { inBackground } from '../../app/report.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import '../settings/settings-dialog.css';
import './health-dialog.css';

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

function Facts({ health }: { readonly health: FeedHealth }): ReactNode {
  const { t, format } = useI18n();
  const time = (at: number | null): string => (at === null ? t.health.never : format.whenInside(at));
  const facts: readonly (readonly [string, string])[] = [
    [t.health.lastSync, time(health.lastSyncAt)],
    [t.health.lastSuccess, time(health.lastSuccessAt)],
    ...(health.failingSince === null ? [] : [[t.health.failingSince, format.exact(health.failingSince)] as const]),
    ...(health.nextSyncAt === null || health.isStopped ? [] : [[t.health.nextSync, format.exact(health.nextSyncAt)] as const]),
    [t.health.received, format.bytes(health.receivedBytes)],
    [t.health.articles, t.health.readiness(health.complete, health.partial, health.summary)],
  ];
  return (
    <>
      {health.lastError !== null && <p className="health-error">{sentenceOf(health.lastError, t)}</p>}
      {health.isStopped && <p className="health-error">{t.health.stopped}</p>}
      <dl className="health-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
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
      <Choice label={t.health.keepDays} hint={t.health.keepHint} options={withCurrent(DAYS, days)} value={days}
        nameOf={(name) => (name === 'all' ? t.health.keepForever : t.health.keepDaysOf(Number(name)))}
        onChange={(name) => onChange({ keepDays: limitOf(name) })} />
    </>
  );
}

/** How a source is doing, in words, and what is kept of it. */
export function HealthDialog({ feed, onClose }: { readonly feed: Feed; readonly onClose: () => void }): ReactNode {
  const { t } = useI18n();
  const [health, setHealth] = useState<FeedHealth | null>(null);
  const [error, setError] = useState<ReaderError | null>(null);
  useEffect(() => {
    api.feeds.getHealth({ feedId: feed.id }).then(setHealth, (thrown: unknown) => setError(readerErrorOf(thrown)));
  }, [feed.id]);
  const change = (options: Partial<FeedOptions>): void => {
    if (health === null) return;
    const { fullText, keepCount, keepDays } = health;
    inBackground(api.feeds.setOptions({ feedId: feed.id, options: { fullText, keepCount, keepDays, ...options } }).then(setHealth));
  };
  return (
    <Dialog title={t.health.title(feed.title)} closeLabel={t.app.close} onClose={onClose}>
      {error !== null && <StateMessage tone="failed" text={sentenceOf(error, t)} />}
      {health !== null && (
        <>
          <Facts health={health} />
          <Options health={health} onChange={change} />
        </>
      )}
    </Dialog>
  );
}
