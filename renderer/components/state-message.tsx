import type { ReactNode } from 'react';
import './state-message.css';

interface StateMessageProps {
  readonly icon?: ReactNode;
  /** One sentence. */
  readonly text: string;
  readonly hint?: string;
  /** One action at most. */
  readonly action?: ReactNode;
  readonly tone?: 'quiet' | 'failed';
}

/** What a view shows instead of its content: it is empty, it failed, there is no network. */
export function StateMessage({ icon, text, hint, action, tone = 'quiet' }: StateMessageProps): ReactNode {
  return (
    <div className={`state-message state-${tone}`} role={tone === 'failed' ? 'alert' : undefined}>
      {icon}
      <p className="state-text">{text}</p>
      {hint !== undefined && <p className="state-hint">{hint}</p>}
      {action}
    </div>
  );
}
