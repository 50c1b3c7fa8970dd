import { keyName } from './key-name.ts';

/** What a key does; false hands the key on to whatever it would do otherwise. */
type KeyAction = () => boolean | void;

let bindings: ReadonlyMap<string, KeyAction> = new Map();

/** Says what every key does, from now on. Keys are named as `keyName` names them. */
export function bindKeys(all: ReadonlyMap<string, KeyAction>): void {
  bindings = all;
}

/** Whether typing goes into what has the focus. Works across frames, where `instanceof` does not. */
export function takesText(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? '') || element?.isContentEditable === true;
}

/** Whether a key means something inside a line of text. */
function belongsToText(name: string): boolean {
  if (/^(shift\+)?f\d+$/.test(name)) return false;
  return !name.startsWith('mod+') || /arrow|home|end|backspace|delete/.test(name);
}

/** While a modal dialog or a menu is open the keys are its own. */
function isModalOpen(): boolean {
  return document.querySelector('dialog[open], .menu:popover-open') !== null;
}

/** Whether the focused control has its own use for the key. */
function belongsToControl(target: EventTarget | null, name: string): boolean {
  const tag = (target as HTMLElement | null)?.tagName ?? '';
  return (name === 'space' || name === 'enter') && /^(BUTTON|A|SUMMARY)$/.test(tag);
}

/** The one listener for keys, of the window and of the article's document. */
export function onWindowKey(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented || isModalOpen()) return;
  const name = keyName(event);
  if (takesText(event.target) && belongsToText(name)) return;
  if (belongsToControl(event.target, name)) return;
  const action = bindings.get(name);
  if (action === undefined) return;
  if (action() !== false) event.preventDefault();
}
