import { keyParts } from './key-name.ts';

const NAMES: Readonly<Record<string, string>> = {
  shift: 'Shift', alt: 'Alt', space: 'Space', escape: 'Esc', enter: 'Enter', arrowdown: '↓', arrowup: '↑', arrowleft: '←', arrowright: '→',
  pageup: 'PgUp', pagedown: 'PgDn', home: 'Home', end: 'End', insert: 'Ins', delete: 'Del', backspace: '⌫',
};
const isMac = navigator.userAgent.includes('Macintosh');

/** A key's name (see `keyName`) as it is written on keyboards: `Ctrl K`, `⌘ K`. */
export function keyLabel(key: string): string {
  const parts = keyParts(key).map((part) => {
    if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
    return NAMES[part] ?? part.toUpperCase();
  });
  return parts.join(' ');
}
