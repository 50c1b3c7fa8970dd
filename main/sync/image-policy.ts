import type { ArticleImage, OfflineReason } from '../../contract/domain/article.ts';
import { getSettings } from '../store/index.ts';
import { isBudgetSpent } from './budget.ts';
import type { LibraryContext } from './context.ts';
import { offlineStateOf, type OfflineReadiness } from './images.ts';

/** Why an article's images are not fetched now. */
export type ImagesWait = Extract<OfflineReason['why'], 'data-limit' | 'metered' | 'images-off'>;

const WORDS: Readonly<Record<ImagesWait, string>> = {
  'data-limit': 'Images wait until tomorrow: the day’s data limit is reached.',
  metered: 'Images wait for a network that is not paid by the megabyte.',
  'images-off': 'Images are off in the settings.',
};

/** Whether the user, the network and the day's limit let images be fetched: null where they do. */
export function imagesWait({ store, conditions }: LibraryContext): ImagesWait | null {
  const settings = getSettings(store.read);
  if (settings.imageQuality === 'none') return 'images-off';
  if (conditions.isMetered(settings) && !settings.imagesOnMetered) return 'metered';
  return isBudgetSpent(store.read) ? 'data-limit' : null;
}

export function waitReason(why: ImagesWait): OfflineReason {
  return { why, message: WORDS[why] };
}

/** How ready an article with these images is: where they wait, it says what for. */
export function readinessOf(images: readonly ArticleImage[], why: ImagesWait | null): OfflineReadiness {
  const state = offlineStateOf(images);
  return why === null || state.offlineReason?.why !== 'pending' ? state : { ...state, offlineReason: waitReason(why) };
}
