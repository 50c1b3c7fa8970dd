import type { ReactNode } from 'react';
import type { OfflineState } from '../../contract/domain/article.ts';

/** Full circle: complete. Half: images are missing. Ring: a summary only. */
export function OfflineMark({ state, label }: { readonly state: OfflineState; readonly label: string }): ReactNode {
  return (
    <span className="offline-mark" title={label}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <circle cx="5" cy="5" r="4" fill={state === 'complete' ? 'currentColor' : 'none'} stroke="currentColor" />
        {state === 'partial' && <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />}
      </svg>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
