import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
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
  /** The key that does the same, shown in the tooltip. */
  readonly hint?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, hint, className = '', ...rest }: IconButtonProps): ReactNode {
  const title = hint === undefined ? label : `${label} (${hint})`;
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={title} {...rest}>
      {icon}
    </button>
  );
}
