import { keyParts } from './key-name.ts';

/** What of a command the map of keys needs to know. */
interface Keyed {
  readonly id: string;
  readonly keys: readonly string[];
}

/** The keys that the user gave to commands, by the command's id; a command that is not named has its usual ones. */
export type KeyChoices = Readonly<Record<string, readonly string[]>>;

/** The keys of every command, by its id. */
export type KeyMap = ReadonlyMap<string, readonly string[]>;

/** Keys that have a meaning of their own everywhere: moving the focus, closing, editing text, leaving. */
const RESERVED = new Set([
  'escape', 'tab', 'shift+tab', 'enter', 'shift+enter', 'arrowup', 'arrowdown', 'arrowleft', 'arrowright', 'backspace', 'delete', 'contextmenu', 'shift+f10',
  'mod+a', 'mod+c', 'mod+v', 'mod+x', 'mod+z', 'mod+y', 'mod+shift+z', 'mod+q', 'mod+w', 'alt+f4',
]);
const MODIFIERS = new Set(['shift', 'control', 'alt', 'meta', 'altgraph', 'capslock', 'dead', 'process', 'unidentified']);

/** Whether a stroke is only the pressing of a modifier, or part of what an input method writes. */
export function isIncomplete(key: string): boolean {
  return MODIFIERS.has(keyParts(key).at(-1) ?? '');
}

export function isReserved(key: string): boolean {
  return RESERVED.has(key);
}

/** A letter, figure or sign by itself or with Shift: what WCAG 2.1.4 calls a character key. */
export function isCharacterKey(key: string): boolean {
  const parts = keyParts(key);
  return [...(parts.at(-1) ?? '')].length === 1 && !parts.includes('mod') && !parts.includes('alt');
}

/** The keys of every command. A usual key that the user gave to another command is no longer usual. */
export function keyMapOf(commands: readonly Keyed[], choices: KeyChoices): KeyMap {
  const taken = new Set(commands.flatMap(({ id }) => choices[id] ?? []));
  return new Map(commands.map(({ id, keys }) => [id, choices[id] ?? keys.filter((key) => !taken.has(key))]));
}

/** The command that a key belongs to, or null. */
export function ownerOf(map: KeyMap, key: string): string | null {
  for (const [id, keys] of map) if (keys.includes(key)) return id;
  return null;
}

/** The user's choices once `key` belongs to the command `id`, and to no other. */
export function withKey(map: KeyMap, choices: KeyChoices, id: string, key: string): KeyChoices {
  const owner = ownerOf(map, key);
  if (owner === id) return choices;
  const others = owner === null ? {} : { [owner]: (map.get(owner) ?? []).filter((one) => one !== key) };
  return { ...choices, ...others, [id]: [...(map.get(id) ?? []), key] };
}

/** The user's choices once `key` is taken from the command `id`. */
export function withoutKey(map: KeyMap, choices: KeyChoices, id: string, key: string): KeyChoices {
  return { ...choices, [id]: (map.get(id) ?? []).filter((one) => one !== key) };
}

/** The user's choices once the command `id` has its usual keys back, taken from whoever has them now. */
export function withUsualKeys(commands: readonly Keyed[], choices: KeyChoices, id: string): KeyChoices {
  const usual = commands.find((command) => command.id === id)?.keys ?? [];
  const others = Object.entries(choices).filter(([other]) => other !== id);
  return Object.fromEntries(others.map(([other, keys]) => [other, keys.filter((key) => !usual.includes(key))]));
}

/** The keys that work: without character keys where the user switched those off. */
export function workingKeys(map: KeyMap, characterKeys: boolean): KeyMap {
  return characterKeys ? map : new Map([...map].map(([id, keys]) => [id, keys.filter((key) => !isCharacterKey(key))]));
}
