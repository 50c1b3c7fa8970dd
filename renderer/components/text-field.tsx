import type { ReactNode, Ref } from 'react';
import './text-field.css';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line of text with its label above. */
export function TextField({ id, label, value, placeholder, onChange, ref }: TextFieldProps): ReactNode {
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} ref={ref} type="text" value={value} placeholder={placeholder} spellCheck={false} autoComplete="off" data-first-focus=""
        onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
