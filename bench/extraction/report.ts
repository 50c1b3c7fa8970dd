import type { Score } from './score.ts';

export interface PageScores {
  readonly name: string;
  readonly docbao: Score;
  readonly readability: Score;
}

/** One line a page, then the totals, Docbao before stock Readability. */
export function report(title: string, pages: readonly PageScores[]): void {
  if (pages.length === 0) return console.log(`\n${title}: no pages`);
  console.log(`\n${title}: ${pages.length} pages (docbao | stock Readability)`);
  for (const page of pages) console.log(`${page.name.slice(0, 36).padEnd(37)}${line(page.docbao)}  |  ${line(page.readability)}`);
  console.log(`${'total'.padEnd(37)}${totals(pages.map((page) => page.docbao))}`);
  console.log(`${'stock Readability'.padEnd(37)}${totals(pages.map((page) => page.readability))}`);
  const compared = pages.filter((page) => page.docbao.f1 !== null);
  const better = compared.filter((page) => (page.docbao.f1 ?? 0) > (page.readability.f1 ?? 0) + 0.0005).length;
  const worse = compared.filter((page) => (page.docbao.f1 ?? 0) < (page.readability.f1 ?? 0) - 0.0005);
  if (compared.length > 0) {
    console.log(`token F1 better on ${better}, equal on ${compared.length - better - worse.length}, worse on ${worse.length}${worse.length > 0 ? `: ${worse.map((page) => page.name).join(', ')}` : ''}`);
  }
}

function line(score: Score): string {
  const parts = [
    score.f1 === null ? 'f1   -  ' : `f1 ${score.f1.toFixed(3)}`,
    `img ${pair(score.images)}${score.extraImages > 0 ? ` (+${score.extraImages})` : ''}`,
    `cap ${pair(score.captions)}${score.repeated > 0 ? ` (${score.repeated} twice)` : ''}`,
    `leaks ${score.leaks}/${score.forbidden}`,
    fieldMarks(score.fields),
    `${score.ms.toFixed(0)} ms`,
  ];
  return `${parts.join(' ')}${score.error === null ? '' : ` ERROR ${score.error}`}`;
}

function pair(counts: readonly [number, number] | null): string {
  return counts === null ? '-' : `${counts[0]}/${counts[1]}`;
}

function fieldMarks(fields: Readonly<Record<string, boolean>>): string {
  return Object.entries(fields).map(([name, isRight]) => `${isRight ? '+' : '-'}${name}`).join(' ');
}

function totals(scores: readonly Score[]): string {
  const mean = (values: readonly (number | null)[]): string => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? '-' : (known.reduce((sum, value) => sum + value, 0) / known.length).toFixed(4);
  };
  const sum = (pick: (score: Score) => readonly [number, number] | null): string =>
    pair(scores.map(pick).filter((counts) => counts !== null).reduce<[number, number]>(([kept, all], [k, a]) => [kept + k, all + a], [0, 0]));
  const fields = new Map<string, [number, number]>();
  for (const score of scores) {
    for (const [name, isRight] of Object.entries(score.fields)) {
      const [right, all] = fields.get(name) ?? [0, 0];
      fields.set(name, [right + (isRight ? 1 : 0), all + 1]);
    }
  }
  const times = scores.map((score) => score.ms).sort((a, b) => a - b);
  const leaks = scores.reduce((total, score) => total + score.leaks, 0);
  const forbidden = scores.reduce((total, score) => total + score.forbidden, 0);
  return [
    `f1 ${mean(scores.map((score) => score.f1))} (precision ${mean(scores.map((score) => score.precision))}, recall ${mean(scores.map((score) => score.recall))})`,
    `images ${sum((score) => score.images)} (+${scores.reduce((total, score) => total + score.extraImages, 0)})`, `captions ${sum((score) => score.captions)}`, `leaks ${leaks}/${forbidden}`,
    [...fields].map(([name, counts]) => `${name} ${pair(counts)}`).join(' '),
    `median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`, `failed ${scores.filter((score) => score.error !== null).length}`,
  ].join(' · ');
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}
