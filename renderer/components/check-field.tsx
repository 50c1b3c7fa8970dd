import type { ReactNode } from 'react';
import { useId } from 'react';
import './check-field.css';

interface CheckFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, with its label beside it. */
export function CheckField({ label, hint, isOn, onChange }: CheckFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="check-field">
      <label>
        <input type="checkbox" checked={isOn} aria-describedby={hint === undefined ? undefined : id} onChange={(event) => onChange(event.target.checked)} />
        {label}
      </label>
      {hint !== undefined && <p id={id}>{hint}</p>}
    </div>
  );
}
