const MODIFIERS: Readonly<Record<string, string>> = { mod: 'CmdOrCtrl', shift: 'Shift', alt: 'Alt' };
const NAMED: Readonly<Record<string, string>> = {
  space: 'Space', arrowup: 'Up', arrowdown: 'Down', arrowleft: 'Left', arrowright: 'Right', home: 'Home', end: 'End', pageup: 'PageUp', pagedown: 'PageDown',
  insert: 'Insert', delete: 'Delete', backspace: 'Backspace', '+': 'Plus',
};

function codeOf(key: string): string | null {
  if (/^(?:[\x21-\x7e]|f(?:[1-9]|1\d|2[0-4]))$/.test(key) && key !== '+') return key.toUpperCase();
  return NAMED[key] ?? null;
}

/** A key of the window (`mod+shift+a`, `f5`) as Electron's menus write it; null where they can't. */
export function acceleratorOf(key: string): string | null {
  const code = codeOf(key.endsWith('+') ? '+' : key.slice(key.lastIndexOf('+') + 1));
  const modifiers = Object.entries(MODIFIERS).flatMap(([name, written]) => (key.startsWith(`${name}+`) || key.includes(`+${name}+`) ? [written] : []));
  return code === null ? null : [...modifiers, code].join('+');
}

/**
 * The one of a command's keys that a menu shows. The window itself answers keys, except on a Mac, whose menus do: there a letter
 * by itself would be taken from whatever is being typed.
 */
export function menuAccelerator(keys: readonly string[], platform: NodeJS.Platform): string | null {
  const able = platform === 'darwin' ? keys.filter((key) => key.startsWith('mod+') || key.startsWith('alt+') || /^(shift\+)?f\d+$/.test(key)) : keys;
  for (const key of able) {
    const accelerator = acceleratorOf(key);
    if (accelerator !== null) return accelerator;
  }
  return null;
}
