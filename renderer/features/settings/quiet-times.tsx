import type { ReactNode } from 'react';
import { useId } from 'react';
import type { QuietHours } from '../../../contract/domain/background.ts';
import { useI18n } from '../../i18n/index.ts';

function toClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Null while the field holds no whole time. */
function toMinutes(clock: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(clock) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

interface TimeProps {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

function Time({ label, minutes, onChange }: TimeProps): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="time" required value={toClock(minutes)}
        onChange={(event) => {
          const time = toMinutes(event.target.value);
          if (time !== null) onChange(time);
        }} />
    </>
  );
}

/** From when to when Docbao is quiet. */
export function QuietTimes({ hours, onChange }: { readonly hours: QuietHours; readonly onChange: (hours: QuietHours) => void }): ReactNode {
  const { t } = useI18n();
  return (
    <div className="quiet-times">
      <Time label={t.background.quietFrom} minutes={hours.from} onChange={(from) => onChange({ ...hours, from })} />
      <Time label={t.background.quietTo} minutes={hours.to} onChange={(to) => onChange({ ...hours, to })} />
    </div>
  );
}
