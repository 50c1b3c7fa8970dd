import type { ArticleSummary } from '../../../contract/domain/article.ts';
import type { Messages } from '../../i18n/messages.ts';
import { sentenceOf } from '../../i18n/index.ts';

type Readiness = Pick<ArticleSummary, 'offline' | 'offlineReason'>;

function reasonOf({ offlineReason: reason }: Readiness, t: Messages): string {
  switch (reason?.why) {
    case 'pending':
      return t.offlineReason.pending;
    case 'page-failed':
      return reason.error === undefined ? t.offlineReason.pageFailed : sentenceOf(reason.error, t);
    case 'images-missing':
      return reason.missing === undefined || reason.total === undefined ? '' : t.offlineReason.imagesMissing(reason.missing, reason.total);
    case 'data-limit':
      return t.offlineReason.dataLimit;
    case undefined:
      return '';
  }
}

/** How ready an article is to be read with no network, and why it is not where it is not. */
export function offlineSentence(article: Readiness, t: Messages): string {
  return `${t.offlineState[article.offline]} ${reasonOf(article, t)}`.trim();
}
