const NAMES: Readonly<Record<string, string>> = { shift: 'Shift', alt: 'Alt', space: 'Space', escape: 'Esc' };
const isMac = navigator.userAgent.includes('Macintosh');

/** A key's name (see `keyName`) as it is written on keyboards: `Ctrl K`, `⌘ K`. */
export function keyLabel(key: string): string {
  const parts = key.split('+').map((part) => {
    if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
    return NAMES[part] ?? part.toUpperCase();
  });
  return parts.join(' ');
}
