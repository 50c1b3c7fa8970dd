import { Check } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useKeyHint } from '../app/key-store.ts';
import './menu.css';

export interface MenuItem {
  /** Tells it from the others where two labels may be equal. */
  readonly id?: string;
  readonly label: string;
  /** Set in a little: it belongs to the one above. */
  readonly isInner?: boolean;
  /** The command that does the same: its key stands beside the label. */
  readonly command?: string;
  /** It begins a new group: a line stands above it. */
  readonly startsGroup?: boolean;
  /** Whether it is switched on, where it is something that can be. */
  readonly isChecked?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  /** Its name stands above its items: they alone do not tell what they are. */
  readonly isTitled?: boolean;
  readonly items: readonly MenuItem[];
  /** Where its corner stands, in the window's pixels. */
  readonly at: { readonly x: number; readonly y: number };
  /** It opens upwards: what it belongs to stands at the foot of the window. */
  readonly isAbove?: boolean;
  readonly onClose: () => void;
}

const EDGE = 8;

function CommandKey({ command }: { readonly command: string }): ReactNode {
  const key = useKeyHint(command);
  return key === undefined ? null : <kbd aria-hidden="true">{key}</kbd>;
}

/** The place that a key leads to among `count` entries, round and round; null for keys that lead nowhere. */
function placeAfter(key: string, now: number, count: number): number | null {
  if (key === 'ArrowDown') return (now + 1) % count;
  if (key === 'ArrowUp') return now <= 0 ? count - 1 : now - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** A menu of actions; arrow keys move in it, Esc, a click elsewhere and another size of the window close it. */
export function Menu({ label, isTitled = false, items, at, isAbove = false, onClose }: MenuProps): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  // Before a dialog that it opens: that gives the focus back to what has it now.
  useLayoutEffect(() => {
    const menu = ref.current;
    if (menu === null) return undefined;
    const before = document.activeElement;
    if (!menu.matches(':popover-open')) menu.showPopover();
    menu.style.left = `${Math.min(at.x, window.innerWidth - menu.offsetWidth - EDGE)}px`;
    const top = isAbove ? at.y - menu.offsetHeight : Math.min(at.y, window.innerHeight - menu.offsetHeight - EDGE);
    menu.style.top = `${Math.max(EDGE, top)}px`;
    menu.querySelector('button')?.focus();
    return () => {
      // What was chosen may have gone elsewhere with the focus.
      const isLeft = document.activeElement === document.body || menu.contains(document.activeElement);
      if (isLeft && before instanceof HTMLElement) before.focus();
    };
  }, [at, isAbove]);
  useEffect(() => {
    // The browser's own way of closing would take the release of the button that opened a context menu for a click elsewhere.
    const onPointerDown = (event: PointerEvent): void => {
      if (!ref.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    window.addEventListener('blur', onClose);
    // What it belongs to may be elsewhere now, or out of sight.
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      window.removeEventListener('blur', onClose);
      window.removeEventListener('resize', onClose);
    };
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    event.stopPropagation();
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])];
    const now = buttons.findIndex((button) => button === document.activeElement);
    const next = placeAfter(event.key, now, buttons.length);
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  const hasChecks = items.some(({ isChecked }) => isChecked !== undefined);
  return (
    <div ref={ref} className="menu" popover="manual" role="menu" aria-label={label} onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && onClose()}>
      {isTitled && <p className="menu-title" aria-hidden="true">{label}</p>}
      {items.map((item) => (
        <button key={item.id ?? item.label} type="button" role={item.isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'} aria-checked={item.isChecked}
          data-inner={item.isInner} data-group={item.startsGroup} onClick={() => { onClose(); item.run(); }}>
          {hasChecks && <span className="menu-check" aria-hidden="true">{item.isChecked === true && <Check size={14} />}</span>}
          <span className="menu-label">{item.label}</span>
          {item.command !== undefined && <CommandKey command={item.command} />}
        </button>
      ))}
    </div>
  );
}
