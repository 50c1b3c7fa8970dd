import { CircleOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Feed } from '../../../contract/domain/feed.ts';
import { useMinute } from '../../app/minute.ts';
import { IconButton } from '../../components/button.tsx';
import type { I18n } from '../../i18n/index.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { failingDays, troubleOf, type Trouble } from './trouble.ts';

function sentenceFor(feed: Feed, { t, format }: I18n): string {
  if (feed.isStopped || feed.lastError === null) return t.health.stopped;
  const sentence = sentenceOf(feed.lastError, t);
  return feed.failingSince === null ? t.sidebar.feedFailed(sentence) : t.sidebar.feedFailedSince(format.whenInside(feed.failingSince), sentence);
}

interface TroubleMarkProps {
  readonly feed: Feed;
  readonly onClick: () => void;
}

/** How badly a feed fails by now. */
function useTrouble(feed: Feed): Trouble {
  useMinute();
  return troubleOf(feed, Date.now());
}

/** Says that a feed fails, and why; a click opens its health. */
export function TroubleMark({ feed, onClick }: TroubleMarkProps): ReactNode {
  const i18n = useI18n();
  const trouble = useTrouble(feed);
  const icon = trouble === 'stopped' ? <CircleOff size={14} /> : <TriangleAlert size={14} />;
  return <IconButton className="side-failed" label={`${feed.title}: ${sentenceFor(feed, i18n)}`} data-trouble={trouble} icon={icon} onClick={onClick} />;
}

/** What stands under the name of a feed that has failed for long, or is gone. */
export function TroubleLine({ feed }: Omit<TroubleMarkProps, 'onClick'>): ReactNode {
  const { t } = useI18n();
  const trouble = useTrouble(feed);
  if (trouble === 'stopped') return <span className="side-trouble">{t.sidebar.stopped}</span>;
  if (trouble === 'long') return <span className="side-trouble">{t.sidebar.failingFor(failingDays(feed, Date.now()))}</span>;
  return null;
}
