import { RefreshCw, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { SyncProgress } from '../../../contract/domain/sync.ts';
import { IconButton } from '../../components/button.tsx';
import { inBackground } from '../../app/report.ts';
import { useMinute } from '../../app/minute.ts';
import { useOnline } from '../../app/online.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { SyncDetails } from './sync-details.tsx';
import { cancelSync, startSync, useSync } from './sync-store.ts';
import './sync-status.css';

function lastSyncOf(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function statusText(progress: SyncProgress | null, isStarting: boolean, isOnline: boolean, last: number | null, i18n: I18n): string {
  const { t, format } = i18n;
  if (progress?.isRunning === true) return t.sync.running(progress.feedsDone, progress.feedsTotal);
  if (isStarting) return t.sync.starting;
  if (!isOnline) return t.app.offline;
  return last === null ? t.sync.never : t.sync.last(format.whenInside(last));
}

function ProgressLine({ progress }: { readonly progress: SyncProgress }): ReactNode {
  const share = progress.feedsTotal === 0 ? 0 : progress.feedsDone / progress.feedsTotal;
  return <span className="sync-line" style={{ transform: `scaleX(${share})` }} aria-hidden="true" />;
}

/** The sidebar's foot: how the sync stands, a button to start or stop it, and the details a click away. */
export function SyncStatus(): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const progress = useSync((sync) => sync.progress);
  const isStarting = useSync((sync) => sync.isStarting);
  const isOnline = useOnline();
  const feeds = useFeeds((state) => state.feeds);
  const detailsId = useId();
  useMinute();
  const last = lastSyncOf(feeds.map((feed) => feed.lastSyncAt));
  const isRunning = progress?.isRunning === true;
  return (
    <>
      {isRunning && <ProgressLine progress={progress} />}
      <button type="button" className="sync-text" popoverTarget={detailsId} title={isOnline ? t.sync.details : t.app.offlineHint}>
        <span role="status">{statusText(progress, isStarting, isOnline, last, i18n)}</span>
      </button>
      {isRunning || isStarting ? (
        <IconButton label={t.sync.cancel} icon={<Square size={14} />} onClick={cancelSync} />
      ) : (
        <IconButton label={t.sync.start} hint="R" icon={<RefreshCw size={16} />} onClick={() => inBackground(startSync(null))} />
      )}
      <SyncDetails id={detailsId} />
    </>
  );
}
