import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The log keeps two files of at most this many bytes: the running one and the one before it. */
const MOST_BYTES = 1024 * 1024;
/** A message longer than this many characters is cut: a log is for people. */
const MOST_CHARACTERS = 4000;

export type LogLevel = 'info' | 'warning' | 'error';
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  write(level: LogLevel, what: string, facts?: LogFacts): void;
}

/** Where the log is kept, in the folder of the program's own state. */
export function logFolder(stateFolder: string): string {
  return join(stateFolder, 'logs');
}

/**
 * A log of one JSON object a line: `{ time, level, what, ...facts }`, with times in ISO 8601. It is for faults and
 * starts, a few lines a day, and never holds what the user reads. A log that can't be written is no reason to stop.
 */
export function openLog(folder: string): Log {
  const file = join(folder, 'docbao.log');
  const previous = join(folder, 'docbao.1.log');
  let bytes = prepare(folder, file);
  const write = (level: LogLevel, what: string, facts: LogFacts = {}): void => {
    const line = `${JSON.stringify({ time: new Date().toISOString(), level, what: cut(what), ...shorten(facts) })}\n`;
    try {
      if (bytes + line.length > MOST_BYTES) {
        renameSync(file, previous);
        bytes = 0;
      }
      appendFileSync(file, line, 'utf8');
      bytes += Buffer.byteLength(line);
    } catch {
      bytes = 0;
    }
  };
  return { write };
}

function prepare(folder: string, file: string): number {
  try {
    mkdirSync(folder, { recursive: true });
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function shorten(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
  );
}
