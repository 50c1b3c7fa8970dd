import type { Library } from '../sync/open-library.ts';

/** Bad usage: answered with exit code 2. */
export class UsageError extends Error {}

/** What one command takes and does. */
export interface Command {
  /** After the command's name, for the help. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** How many words it takes besides options: at least, at most. */
  readonly words: readonly [number, number];
  /** Its words are a query, in which `-word` excludes: only what begins with two dashes is an option. */
  readonly takesQuery?: boolean;
  /** Throws `UsageError` where options or words make no sense; then the library is not opened. */
  readonly check?: (input: CommandInput) => void;
  readonly run: (library: Library, input: CommandInput, output: Output) => Promise<void>;
}

export interface CommandInput {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** Where a command speaks: one value on stdout, lines of progress and failure on stderr. */
export interface Output {
  readonly isJson: boolean;
  /** The command's one answer: `value` with `--json`, `text` without. */
  answer(value: unknown, text: string): void;
  /** A line of progress on stderr. */
  progress(line: string): void;
  /** A failure that does not end the command; the exit code becomes 1. */
  failure(line: string): void;
}

/** An option that counts something. */
export function countOption(input: CommandInput, name: string, fallback: number, least = 0): number {
  const given = input.options[name];
  if (given === undefined) return fallback;
  if (typeof given !== 'string' || !/^\d{1,9}$/.test(given) || Number(given) < least) throw new UsageError(`--${name} takes a whole number${least > 0 ? ` from ${least}` : ''}.`);
  return Number(given);
}

/** A word that names a feed or an article by its id. */
export function idOf(word: string | boolean | undefined, what: string): number {
  if (typeof word !== 'string' || !/^[1-9]\d{0,14}$/.test(word)) throw new UsageError(`“${String(word)}” is not the id of ${what}.`);
  return Number(word);
}

/** ISO 8601 in UTC, as every time on the command line. */
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
