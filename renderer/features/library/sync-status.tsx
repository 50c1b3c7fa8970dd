import { RefreshCw, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Feed } from '../../../contract/domain/feed.ts';
import type { SyncProgress } from '../../../contract/domain/sync.ts';
import { IconButton } from '../../components/button.tsx';
import { inBackground } from '../../app/report.ts';
import { useMinute } from '../../app/minute.ts';
import { useOnline } from '../../app/online.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { lastUpdate } from './last-update.ts';
import { SyncDetails } from './sync-details.tsx';
import { cancelSync, startSync, useSync } from './sync-store.ts';
import './sync-status.css';

function restText(feeds: readonly Feed[], { t, format }: I18n): string {
  const last = lastUpdate(feeds);
  if (last === 'never') return t.sync.never;
  return last === 'failed' ? t.sync.lastFailed : t.sync.last(format.whenInside(last));
}

function statusText(progress: SyncProgress | null, isStarting: boolean, isOnline: boolean, feeds: readonly Feed[], i18n: I18n): string {
  const { t } = i18n;
  if (progress?.isRunning === true) return t.sync.running(progress.feedsDone, progress.feedsTotal);
  if (isStarting) return t.sync.starting;
  if (!isOnline) return t.app.offline;
  return restText(feeds, i18n);
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
  const isRunning = progress?.isRunning === true;
  return (
    <>
      {isRunning && <ProgressLine progress={progress} />}
      <button type="button" className="sync-text" popoverTarget={detailsId} title={isOnline ? t.sync.details : t.app.offlineHint}>
        <span role="status">{statusText(progress, isStarting, isOnline, feeds, i18n)}</span>
      </button>
      {isRunning || isStarting ? (
        <IconButton label={t.sync.cancel} icon={<Square size={14} />} onClick={cancelSync} />
      ) : (
        <IconButton label={t.sync.start} command="sync" icon={<RefreshCw size={16} />} onClick={() => inBackground(startSync(null))} />
      )}
      <SyncDetails id={detailsId} />
    </>
  );
}
