import type { ReactNode, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useI18n, type I18n } from '../../i18n/index.ts';
import { snooze } from './organise-actions.ts';
import { morningOf, snoozeTime, type SnoozeChoice } from './snooze-times.ts';
import './organise.css';

const CHOICES: readonly SnoozeChoice[] = ['later', 'tomorrow', 'weekend', 'week'];

interface SnoozeDialogProps {
  readonly ids: readonly ArticleId[];
  readonly onClose: () => void;
}

function OtherDay({ onChoose }: { readonly onChoose: (until: number) => void }): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const [day, setDay] = useState('');
  const [isWrong, setWrong] = useState(false);
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const until = morningOf(day, Date.now());
    setWrong(until === null);
    if (until !== null) onChoose(until);
  };
  return (
    <form className="snooze-day" onSubmit={onSubmit}>
      <div className="text-field">
        <label htmlFor={id}>{t.organising.snooze.date}</label>
        <input id={id} type="date" value={day} aria-invalid={isWrong} aria-describedby={`${id}-wrong`} onChange={(event) => setDay(event.target.value)} />
      </div>
      <Button type="submit">{t.organising.snooze.snooze}</Button>
      <p id={`${id}-wrong`} role="alert">{isWrong && t.organising.snooze.notFuture}</p>
    </form>
  );
}

/** Of the time that a choice stands for, what its name does not say already. */
function timeOf(choice: SnoozeChoice, now: number, { t, format }: I18n): string {
  const time = snoozeTime(choice, now);
  if (choice === 'later') return format.moment(time, now);
  return choice === 'tomorrow' ? format.clock(time) : t.time.dayAndTime(format.date(time), format.clock(time));
}

/** Until when articles are hidden. */
export function SnoozeDialog({ ids, onClose }: SnoozeDialogProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const words = t.organising.snooze;
  const choose = (until: number): void => {
    onClose();
    snooze(ids, until);
  };
  const now = Date.now();
  return (
    <Dialog title={words.title(ids.length)} closeLabel={t.app.close} onClose={onClose} focusesBody={false}>
      <div className="dialog-form">
        <p className="organise-hint">{words.hint}</p>
        <ul className="organise-list">
          {CHOICES.map((choice, index) => (
            <li key={choice}>
              <button type="button" className="organise-row" data-first-focus={index === 0 ? '' : undefined} onClick={() => choose(snoozeTime(choice, now))}>
                <span className="organise-name">{words[choice]}</span>
                <span className="organise-detail">{timeOf(choice, now, i18n)}</span>
              </button>
            </li>
          ))}
        </ul>
        <OtherDay onChoose={choose} />
      </div>
    </Dialog>
  );
}
