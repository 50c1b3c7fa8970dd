import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { StateMessage } from '../../components/state-message.tsx';
import { useKeyHint } from '../../app/key-store.ts';
import { later } from '../../app/later.tsx';
import { useI18n } from '../../i18n/index.ts';
import { closeWelcome, useWelcome } from '../welcome/welcome-store.ts';
import { useReader } from './reader-store.ts';
import './reader-pane.css';

const OpenArticle = later(async () => (await import('./open-article.tsx')).OpenArticle);
const Welcome = later(async () => (await import('../welcome/welcome.tsx')).Welcome);

/** The place of the article while none is open. */
function NoArticle(): ReactNode {
  const { t } = useI18n();
  const isWelcome = useWelcome();
  const next = useKeyHint('next-article');
  const previous = useKeyHint('previous-article');
  if (isWelcome) return <Welcome />;
  const hint = next === undefined || previous === undefined ? {} : { hint: t.reader.noneHint(next, previous) };
  return <StateMessage icon={<BookOpen size={20} aria-hidden="true" />} text={t.reader.none} {...hint} />;
}

/** The right pane. */
export function ReaderPane(): ReactNode {
  const { t } = useI18n();
  const stagedId = useReader((reader) => reader.stagedId);
  useEffect(() => {
    if (stagedId !== null) closeWelcome();
  }, [stagedId]);
  return (
    <main className="reader-pane" aria-label={t.reader.label}>
      {stagedId === null ? <NoArticle /> : <OpenArticle id={stagedId} />}
    </main>
  );
}
