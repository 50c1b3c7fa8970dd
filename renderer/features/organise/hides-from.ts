import type { ArticleView } from '../../../contract/domain/article.ts';

export type HidingAction = 'read' | 'star' | 'archive' | 'unarchive' | 'queue' | 'unqueue' | 'snooze' | 'wake' | 'remove' | 'restore';

/** Views that show what waits for nothing: what is snoozed leaves them. */
const AWAKE: readonly ArticleView['kind'][] = ['all', 'unread', 'feed', 'folder', 'tag', 'queue'];

/**
 * Whether an article leaves a view at once when this is done with it. What is only read, or loses its star, stays until the view is
 * opened again, so that a list never moves under who reads it.
 */
export function hidesFrom({ kind }: ArticleView, action: HidingAction): boolean {
  switch (action) {
    case 'read':
    case 'star':
      return false;
    case 'archive':
      return kind === 'unread' || kind === 'queue' || kind === 'snoozed';
    case 'unarchive':
    case 'queue':
      return kind === 'archived';
    case 'unqueue':
      return kind === 'queue';
    case 'snooze':
      return AWAKE.includes(kind);
    case 'wake':
      return kind === 'snoozed';
    case 'remove':
      return kind !== 'bin';
    case 'restore':
      return kind === 'bin';
  }
}
