import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

/**
 * Opens a `<dialog>` as a modal one for as long as it is rendered. It is closed before it leaves the page: only then does the
 * browser give the focus back to where it was.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => dialog?.close();
  }, []);
  return ref;
}
