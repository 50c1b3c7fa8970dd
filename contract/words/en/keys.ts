import type { Messages } from '../messages.ts';

/** The words of the map of keys, in English. */
export const enKeys: Messages['keys'] = {
  title: 'Keys for each command',
  hint: 'Press the plus, then the key you want. It works at once, and the menu shows it.',
  character: 'Single-letter keys',
  characterHint: 'Turn them off if you speak to your computer or hit keys by accident; keys with Ctrl or Alt still work.',
  characters: { on: 'Use', off: 'Don’t use' },
  listening: 'Press a key…',
  add: (command) => `Add a key for: ${command}`,
  remove: (key, command) => `Remove ${key} from: ${command}`,
  reset: (command) => `Restore the usual keys for: ${command}`,
  resetAll: 'Restore all usual keys',
  taken: (key, command) => `${key} belongs to “${command}”.`,
  take: 'Take this key',
  reserved: (key) => `${key} always means something else and can’t be changed. Choose another key.`,
};
