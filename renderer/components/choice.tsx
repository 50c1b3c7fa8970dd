import type { ReactNode } from 'react';
import { useId } from 'react';
import './choice.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** One sentence of plain explanation. */
  readonly hint: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly nameOf: (option: T) => string;
  /** What stands before a name: a colour, say. */
  readonly markOf?: (option: T) => ReactNode;
  readonly onChange: (option: T) => void;
}

/** One of a few: radio buttons that look like a row of words. */
export function Choice<T extends string>({ label, hint, options, value, nameOf, markOf, onChange }: ChoiceProps<T>): ReactNode {
  const name = useId();
  return (
    <fieldset className="setting">
      <legend>{label}</legend>
      <p>{hint}</p>
      <div className="choice">
        {options.map((option) => (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            <span>{markOf?.(option)}{nameOf(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
