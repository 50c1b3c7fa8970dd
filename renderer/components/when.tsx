import type { ReactNode } from 'react';
import { useMinute } from '../app/minute.ts';
import { useI18n } from '../i18n/index.ts';

/** A time as people say it, kept up to date; the exact one is in its tooltip, which is written when the pointer comes: its form takes long to load. */
export function When({ time }: { readonly time: number }): ReactNode {
  const { format } = useI18n();
  useMinute();
  return (
    <time dateTime={new Date(time).toISOString()} onPointerEnter={(event) => { event.currentTarget.title = format.exact(time); }}>
      {format.when(time)}
    </time>
  );
}
