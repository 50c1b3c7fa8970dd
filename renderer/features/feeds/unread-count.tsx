import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/index.ts';

/** The number at the end of a sidebar row; read out as what it counts. */
export function UnreadCount({ count }: { readonly count: number }): ReactNode {
  const { t, format } = useI18n();
  if (count === 0) return null;
  return (
    <span className="side-count">
      <span aria-hidden="true">{format.number(count)}</span>
      <span className="visually-hidden">{t.sidebar.unreadCount(count)}</span>
    </span>
  );
}
