/** A key stroke by name: `j`, `shift+a`, `?`, `space`, `mod+k` (Ctrl, or Cmd on a Mac). */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const isNamedOrLetter = key.length > 1 || /^\p{L}$/u.test(key);
  const shift = event.shiftKey && isNamedOrLetter ? 'shift+' : '';
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  return `${mod}${alt}${shift}${key}`;
}

/** A key's name in its parts, the modifiers first: `mod`, `shift`, `a`. The key `+` is a part, too. */
export function keyParts(name: string): readonly string[] {
  const key = name.endsWith('+') ? '+' : name.slice(name.lastIndexOf('+') + 1);
  return [...name.slice(0, name.length - key.length).split('+').filter((part) => part !== ''), key];
}
