import type { ArticleSummary, OfflineReason } from '../../../contract/domain/article.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { sentenceOf } from '../../i18n/index.ts';

type Readiness = Pick<ArticleSummary, 'offline' | 'offlineReason'>;

/** Why an article is not complete, after the sentence that says what it has. */
function reasonOf(reason: OfflineReason | null, t: Messages): string {
  switch (reason?.why) {
    case 'pending':
      return t.offlineReason.pending;
    case 'page-failed':
      return reason.error === undefined ? t.offlineReason.pageFailed : sentenceOf(reason.error, t);
    case 'data-limit':
      return t.offlineReason.dataLimit;
    case 'metered':
      return t.offlineReason.metered;
    case 'images-off':
      return t.offlineReason.imagesOff;
    case 'images-missing':
    case undefined:
      return '';
  }
}

/** How ready an article is to be read with no network, and why it is not where it is not. */
export function offlineSentence({ offline, offlineReason: reason }: Readiness, t: Messages): string {
  if (reason?.why === 'images-missing' && reason.missing !== undefined && reason.total !== undefined) {
    return t.offlineReason.imagesMissing(reason.missing, reason.total);
  }
  return `${t.offlineState[offline]} ${reasonOf(reason, t)}`.trim();
}
