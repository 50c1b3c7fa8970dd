import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Says that a file is ours: another one of the same name is left alone. */
const MARK = 'X-Docbao-Autostart=true';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a Linux desktop looks for what it starts at login (XDG Desktop Application Autostart Specification). */
export function autostartFile(environment: Environment = process.env, home: string = homedir()): string {
  const config = environment['XDG_CONFIG_HOME'];
  return join(config !== undefined && config.startsWith('/') ? config : join(home, '.config'), 'autostart', 'docbao.desktop');
}

/** A word of an Exec line (Desktop Entry Specification, "The Exec key"): quoted twice over, and no field code. */
function execWord(word: string): string {
  const quoted = word.replace(/(["`$\\])/g, '\\$1').replace(/%/g, '%%');
  // The value of a key is itself a string with escapes.
  return `"${quoted.replace(/\\/g, '\\\\')}"`;
}

/** The desktop entry that starts this command at login. */
export function autostartEntry(command: readonly string[]): string {
  return ['[Desktop Entry]', 'Type=Application', 'Name=Docbao', `Exec=${command.map(execWord).join(' ')}`, 'Icon=docbao', 'Terminal=false', 'X-GNOME-Autostart-enabled=true', MARK, ''].join('\n');
}

/**
 * Has the desktop start a command at login, or no more. A line break in the command would begin another key: then nothing is
 * written. Answers whether it is now as wanted.
 */
export function setAutostart(file: string, command: readonly string[] | null): boolean {
  const before = contentOf(file);
  const isOurs = before?.includes(MARK) === true;
  try {
    if (command === null) {
      if (isOurs) rmSync(file);
      return true;
    }
    if (command.some((word) => /[\n\r\0]/.test(word)) || (before !== null && !isOurs)) return false;
    const entry = autostartEntry(command);
    if (entry === before) return true;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, entry, { mode: 0o644 });
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
