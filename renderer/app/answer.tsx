import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ReaderError } from '../../contract/domain/result.ts';
import { readerErrorOf } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { useDelayed } from '../components/delayed.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { sentenceOf, useI18n } from '../i18n/index.ts';

/** What the library was asked for: the answer, why there is none, or neither yet. */
export interface Answer<T> {
  readonly value: T | null;
  readonly error: ReaderError | null;
  /** Asks once more. */
  readonly again: () => void;
}

const NOTHING_YET = { value: null, error: null } as const;

/**
 * Asks the library, and again whenever `about` changes: what was answered before stays on screen meanwhile.
 *
 * @param about what the question is about, as text
 */
export function useAnswer<T>(ask: () => Promise<T>, about: string): Answer<T> {
  const asked = useRef(ask);
  asked.current = ask;
  const [answer, setAnswer] = useState<{ readonly value: T | null; readonly error: ReaderError | null }>(NOTHING_YET);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOver = false;
    const take = (value: T | null, error: ReaderError | null): void => {
      if (!isOver) setAnswer({ value, error });
    };
    asked.current().then((value) => take(value, null), (thrown: unknown) => take(null, readerErrorOf(thrown)));
    return () => {
      isOver = true;
    };
  }, [about, attempt]);
  const again = (): void => {
    setAnswer(NOTHING_YET);
    setAttempt(attempt + 1);
  };
  return { ...answer, again };
}

/** What stands in the place of an answer: bars where it takes long, a sentence and another try where it failed. */
export function Unanswered({ answer: { value, error, again } }: { readonly answer: Answer<unknown> }): ReactNode {
  const { t } = useI18n();
  const isSlow = useDelayed(value === null && error === null);
  if (error !== null) return <StateMessage tone="failed" text={sentenceOf(error, t)} action={<Button onClick={again}>{t.app.tryAgain}</Button>} />;
  return isSlow ? <Skeleton label={t.app.loading} rows={3} /> : null;
}
