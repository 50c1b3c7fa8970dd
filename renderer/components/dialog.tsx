import { X } from 'lucide-react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useId } from 'react';
import { IconButton } from './button.tsx';
import { useModal } from './use-modal.ts';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'small' | 'large' | 'wide';
  /** The content itself takes the focus at first; false where it holds a field that does (`data-first-focus`). */
  readonly focusesBody?: boolean;
}

/** A modal dialog: the browser's own, which keeps the focus in, closes on Esc and gives the focus back. */
export function Dialog({ title, closeLabel, onClose, children, size = 'small', focusesBody = true }: DialogProps): ReactNode {
  const ref = useModal();
  const titleId = useId();
  const onBackdrop = (event: SyntheticEvent): void => {
    if (event.target === ref.current) onClose();
  };
  const onCancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={ref} className={`dialog dialog-${size}`} aria-labelledby={titleId} onMouseDown={onBackdrop} onCancel={onCancel}>
      <div className="dialog-frame">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton label={closeLabel} icon={<X size={16} />} onClick={onClose} />
        </header>
        <div className="dialog-body" tabIndex={focusesBody ? 0 : -1} data-first-focus={focusesBody ? '' : undefined}>{children}</div>
      </div>
    </dialog>
  );
}
