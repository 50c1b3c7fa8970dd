import type { Messages } from '../../../contract/words/messages.ts';

/**
 * Something the user can do, by key, by menu, in the palette. One line in the file of its group (`commands/<group>.ts`) puts it
 * in all three.
 */
export interface Command {
  readonly id: string;
  readonly title: (t: Messages) => string;
  /** As `keyName` names them; the first is the one that is shown. The user may change them. */
  readonly keys: readonly string[];
  /** Keys that mean this everywhere, such as Ctrl+Z: nobody can give them to something else. */
  readonly fixedKeys?: readonly string[];
  /** False where it had nothing to do: the key goes on. */
  readonly run: () => boolean | void;
}
