import type { ReactNode } from 'react';
import { Component } from 'react';
import { Button } from '../components/button.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { currentI18n } from '../i18n/index.ts';

interface State {
  readonly hasFailed: boolean;
}

/** Where a fault in the interface ends: in words, with a way on, and not in an empty window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const { t } = currentI18n();
    const again = <Button kind="primary" onClick={() => window.location.reload()}>{t.app.tryAgain}</Button>;
    return <StateMessage tone="failed" text={t.app.failedTitle} hint={t.errors.internal()} action={again} />;
  }
}
