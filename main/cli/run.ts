import { parseArgs } from 'node:util';
import { toReaderError } from '../../contract/domain/result.ts';
import { defaultLibraryFolder } from '../sync/library-folder.ts';
import type { LibraryListener } from '../sync/context.ts';
import { openLibrary } from '../sync/open-library.ts';
import { UsageError, type Command, type CommandInput, type Output } from './command.ts';
import { list, mark, show } from './commands/articles.ts';
import { add, feeds, sync } from './commands/feeds.ts';
import { highlights } from './commands/highlights.ts';
import { exportCommand, importCommand } from './commands/exchange.ts';
import { save } from './commands/save.ts';
import { tag } from './commands/organise.ts';
import { searches } from './commands/searches.ts';
import { check, reextract, reindex, related, search, stats, suggest } from './commands/library.ts';

const COMMAND_TABLE: Readonly<Record<string, Command>> = { add, feeds, sync, save, list, show, search, suggest, related, searches, mark, tag, highlights, import: importCommand, export: exportCommand, reextract, reindex, check, stats };

/** The names of all commands: a first argument that is one of them means the command line, not the window. */
export const COMMANDS: readonly string[] = [...Object.keys(COMMAND_TABLE), 'help'];

const GLOBAL_OPTIONS = { library: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** Where a run writes what it says: the process's own streams, unless somebody listens within it. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Runs one command and prints its answer.
 *
 * @returns the exit code: 0 done, 1 failed (one line on stderr says why), 2 bad usage
 */
export async function runCli(args: readonly string[], streams: Streams = process): Promise<number> {
  try {
    const parsed = parse(args);
    if (parsed === null) {
      streams.stdout.write(help());
      return 0;
    }
    parsed.command.check?.(parsed.input);
    return await execute(parsed, streams);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    streams.stderr.write(`docbao: ${oneLine(toReaderError(error).message)}${isUsage ? ' Run “docbao help” for the commands.' : ''}\n`);
    return isUsage ? 2 : 1;
  }
}

interface Parsed {
  readonly command: Command;
  readonly input: CommandInput;
  readonly folder: string;
  readonly isJson: boolean;
}

/** Null means that help was asked for. */
function parse(args: readonly string[]): Parsed | null {
  const name = firstWord(args);
  if (name === 'help' || args.includes('--help')) return null;
  if (name === null) throw new UsageError('No command was given.');
  const command = Object.hasOwn(COMMAND_TABLE, name) ? COMMAND_TABLE[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command “${name}”.`);
  const { values, positionals } = parseStrictly(args, command);
  const words = positionals.slice(positionals.indexOf(name) + 1);
  const [least, most] = command.words;
  if (words.length < least || words.length > most) throw new UsageError(`Use: ${name} ${command.usage}`.trimEnd() + '.');
  const { library, json, help: _help, ...options } = values;
  return { command, input: { words, options }, folder: typeof library === 'string' ? library : defaultLibraryFolder(), isJson: json === true };
}

/** The first word that is no option and not the value of `--library`: the command. */
function firstWord(args: readonly string[]): string | null {
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--library') at += 1;
    else if (!arg.startsWith('-')) return arg;
  }
  return null;
}

/** Stands for the dash of a word while options are told from words; no argument holds it. */
const EXCLUDED = '\u0000';

function parseStrictly(args: readonly string[], command: Command): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const given = command.takesQuery === true ? args.map((arg) => arg.replace(/^-(?=[^-])/, EXCLUDED)) : args;
    const { values, positionals } = parseArgs({ args: [...given], options: { ...GLOBAL_OPTIONS, ...command.options }, allowPositionals: true });
    return { values, positionals: positionals.map((word) => word.replace(EXCLUDED, '-')) };
  } catch (error) {
    const [said = ''] = (error as Error).message.split(/(?<=[.'])\s/, 1);
    const option = /'(--?[\w-]+)/.exec(said)?.[1] ?? 'an option';
    const isValue = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    throw new UsageError(isValue ? `${option} was given a value that it can't take, or none.` : `There is no option ${option} here.`, { cause: error });
  }
}

async function execute({ command, input, folder, isJson }: Parsed, streams: Streams): Promise<number> {
  const { output, finish } = createOutput(isJson, streams);
  const opened = openLibrary({ folder, onEvent: tellProgress(output) });
  const library = await opened.catch((error: unknown) => {
    // A library that can't even be opened is what `check` is there to tell.
    if (command === check) output.answer({ ok: false, problems: [toReaderError(error).message] }, 'The library can’t be opened.');
    throw error;
  });
  try {
    await command.run(library, input, output);
  } finally {
    await library.close();
  }
  return finish();
}

function createOutput(isJson: boolean, { stdout, stderr }: Streams): { output: Output; finish: () => number } {
  let code = 0;
  const failures: string[] = [];
  const output: Output = {
    isJson,
    answer: (value, text) => void stdout.write(`${isJson ? JSON.stringify(value) : text}\n`),
    progress: (line) => void stderr.write(`${oneLine(line)}\n`),
    failure: (line) => {
      code = 1;
      failures.push(line);
    },
  };
  return {
    output,
    finish() {
      if (failures.length > 0) stderr.write(`docbao: ${oneLine(failures.join(' '))}\n`);
      return code;
    },
  };
}

/** A line of progress at most once a second: somebody may be reading along. */
const PROGRESS_EVERY_MS = 1_000;

function tellProgress(output: Output): LibraryListener {
  let told = 0;
  return (name, event) => {
    if (name === 'sync:progress' && 'feedsTotal' in event) {
      if (event.isRunning && Date.now() - told < PROGRESS_EVERY_MS) return;
      told = Date.now();
      const busy = event.feeds.filter((feed) => feed.state === 'articles').map((feed) => `${feed.title} ${feed.articlesDone}/${feed.articlesTotal}`);
      output.progress(`${event.feedsDone}/${event.feedsTotal} feeds, ${event.newArticles} new, ${Math.round(event.bytes / 1024)} KB${busy.length === 0 ? '' : `: ${busy.slice(0, 3).join(', ')}`}`);
    } else if (name === 'alerts:matched' && 'searchId' in event) {
      output.progress(`${event.name}: ${event.count} new`);
    } else if (name === 'app:problem' && 'message' in event) {
      output.failure(event.message);
    }
  };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function help(): string {
  const rows = Object.entries(COMMAND_TABLE).map(([name, { usage, summary }]) => `  ${`${name} ${usage}`.padEnd(62)} ${summary}`);
  return [
    'Docbao: read and search your articles without a network.',
    '',
    'docbao [--library <folder>] [--json] <command>',
    '',
    ...rows,
    '',
    'Exit code: 0 done, 1 failed, 2 bad usage. With --json stdout holds one JSON value; times are ISO 8601.',
    '',
  ].join('\n');
}
