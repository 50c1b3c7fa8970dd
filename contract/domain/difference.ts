/** A run of words that two texts share, or that only the earlier (`removed`) or the later one (`added`) has. */
export interface DifferenceRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A paragraph of the comparison, with the runs that make it. */
export type DifferenceParagraph = readonly DifferenceRun[];

/** Divides the cells of a paragraph that is a row of a table. No other paragraph holds one. */
export const CELL = '\t';

/** Steps of work (cells of the table below) that a comparison may take; what is larger counts as wholly replaced. */
const MOST_CELLS = 4_000_000;
/** Paragraphs that share at least this part of their words are one that was edited. */
const EDITED = 0.35;

/** An edited paragraph is looked for among so many that follow. */
const LOOK_AHEAD = 12;

interface Step {
  readonly kind: DifferenceRun['kind'];
  /** Places in the earlier and the later sequence. */
  readonly from: number;
  readonly to: number;
}

/**
 * The steps from one sequence to another by a longest common subsequence (Hunt and McIlroy, 1976), what is the same at both ends
 * taken off first.
 */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const rows = before.length - head - tail;
  const columns = after.length - head - tail;
  const steps: Step[] = [];
  for (let at = 0; at < head; at += 1) steps.push({ kind: 'same', from: at, to: at });
  const lengths = rows * columns > MOST_CELLS ? null : commonLengths(before, after, head, rows, columns);
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const [from, to] = [head + row, head + column];
    const isSame = lengths !== null && row < rows && column < columns && before[from] === after[to];
    const dropsEarlier = column >= columns || (row < rows && (lengths === null || lengthAt(lengths, columns, row + 1, column) >= lengthAt(lengths, columns, row, column + 1)));
    const kind = isSame ? 'same' : dropsEarlier ? 'removed' : 'added';
    steps.push({ kind, from, to });
    if (kind !== 'added') row += 1;
    if (kind !== 'removed') column += 1;
  }
  for (let at = tail; at > 0; at -= 1) steps.push({ kind: 'same', from: before.length - at, to: after.length - at });
  return steps;
}

function lengthAt(lengths: Uint32Array, columns: number, row: number, column: number): number {
  return lengths[row * (columns + 1) + column] ?? 0;
}

/** How much two sequences have in common from each pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[], head: number, rows: number, columns: number): Uint32Array {
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[head + row] === after[head + column]
          ? lengthAt(lengths, columns, row + 1, column + 1) + 1
          : Math.max(lengthAt(lengths, columns, row + 1, column), lengthAt(lengths, columns, row, column + 1));
    }
  }
  return lengths;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\t|\S+/g) ?? [];
}

/** Neighbouring words of one kind as one run. */
function runsOf(before: readonly string[], after: readonly string[]): DifferenceParagraph {
  const runs: { kind: DifferenceRun['kind']; words: string[] }[] = [];
  for (const { kind, from, to } of stepsBetween(before, after)) {
    const word = (kind === 'added' ? after[to] : before[from]) ?? '';
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else runs.push({ kind, words: [word] });
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

function sharedPart(a: string, b: string): number {
  const words = wordsOf(a).filter((word) => word !== CELL);
  const known = new Set(wordsOf(b));
  known.delete(CELL);
  const shared = words.filter((word) => known.has(word)).length;
  return shared / Math.max(1, words.length, known.size);
}

/** What was dropped and what came at one place: paragraphs alike are one that was edited, in their order. */
function replaced(removed: readonly string[], added: readonly string[]): readonly DifferenceParagraph[] {
  const out: DifferenceParagraph[] = [];
  let next = 0;
  for (const earlier of removed) {
    const ahead = added.slice(next, next + LOOK_AHEAD).findIndex((later) => sharedPart(earlier, later) >= EDITED);
    if (ahead === -1) {
      out.push([{ kind: 'removed', text: earlier }]);
      continue;
    }
    const alike = next + ahead;
    for (const later of added.slice(next, alike)) out.push([{ kind: 'added', text: later }]);
    out.push(runsOf(wordsOf(earlier), wordsOf(added[alike] ?? '')));
    next = alike + 1;
  }
  for (const later of added.slice(next)) out.push([{ kind: 'added', text: later }]);
  return out;
}

/**
 * What changed between two texts, paragraph by paragraph and inside them word by word. The work is bounded: texts that are too
 * large to compare come out as replaced.
 */
export function differenceOf(before: readonly string[], after: readonly string[]): readonly DifferenceParagraph[] {
  const out: DifferenceParagraph[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    out.push(...replaced(removed, added));
    removed = [];
    added = [];
  };
  for (const { kind, from, to } of stepsBetween(before, after)) {
    if (kind === 'removed') removed.push(before[from] ?? '');
    else if (kind === 'added') added.push(after[to] ?? '');
    else {
      flush();
      out.push([{ kind: 'same', text: before[from] ?? '' }]);
    }
  }
  flush();
  return out;
}

/** The cells of a paragraph that is a row of a table; null where it is none. */
export function cellsOf(paragraph: DifferenceParagraph): readonly DifferenceParagraph[] | null {
  if (!paragraph.some(({ text }) => text.includes(CELL))) return null;
  const cells: DifferenceRun[][] = [[]];
  for (const { kind, text } of paragraph) {
    for (const [at, piece] of text.split(CELL).entries()) {
      if (at > 0) cells.push([]);
      if (piece.trim() !== '') cells.at(-1)?.push({ kind, text: piece.trim() });
    }
  }
  return cells;
}
