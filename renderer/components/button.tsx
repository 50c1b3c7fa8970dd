import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useKeyHint } from '../app/key-store.ts';
import './button.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a verb on it. One primary button to a view at most. */
export function Button({ kind = 'plain', className = '', ...rest }: ButtonProps): ReactNode {
  return <button type="button" className={`button button-${kind} ${className}`} {...rest} />;
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** Its name, for the tooltip and for screen readers. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The command that does the same: its key is shown in the tooltip. */
  readonly command?: string;
  /** A key that does the same and is no command's. */
  readonly hint?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is a picture; its name, and the key that does the same, stand in its tooltip. */
export function IconButton({ label, icon, command = '', hint, className = '', ...rest }: IconButtonProps): ReactNode {
  const key = useKeyHint(command) ?? hint;
  const title = key === undefined ? label : `${label} (${key})`;
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={title} {...rest}>
      {icon}
    </button>
  );
}
