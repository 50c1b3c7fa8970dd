import type { ArticleFilter } from '../../../../main/store/index.ts';
import type { ParsedQuery, QueryNode } from '../../../../main/search/query/tree.ts';
import type { QueryWord } from '../../../../main/search/query/words.ts';

const DAY_MS = 86_400_000;
const FIELDS: Readonly<Record<number, string>> = { 0: 'title', 3: 'author' };

/** A query written out in one form, which reads as the same query. */
export function printQuery({ root, sort }: ParsedQuery, now: number): string {
  const print = (node: QueryNode, isInner: boolean): string => {
    switch (node.kind) {
      case 'words':
        return node.words.map((word) => printWord(word, node.field)).join(' ');
      case 'phrase':
        return `${prefixOf(node.field)}"${node.words.map(({ text }) => text).join(' ')}"`;
      case 'ids':
        throw new Error('no query is read as ids');
      case 'filter':
        return printFilter(node.filter, now);
      case 'not':
        return `-${node.node.kind === 'not' ? `(${print(node.node, false)})` : print(node.node, true)}`;
      case 'or':
        return grouped(node.nodes.map((inner) => print(inner, inner.kind === 'or')).join(' OR '), isInner);
      case 'and':
        return grouped(node.nodes.map((inner) => print(inner, true)).join(' '), isInner);
    }
  };
  const text = root === null ? '' : print(root, false);
  // A word that may go on has to be the very last.
  return `sort:${sort} ${/[^,"\s)]\)*$/u.test(text) ? text.replace(/\)+$/u, '') : text}`;
}

function grouped(text: string, isInner: boolean): string {
  return isInner ? `(${text})` : text;
}

function prefixOf(field: number | null): string {
  return field === null ? '' : `${FIELDS[field]}:`;
}

/** A comma after a word ends it; either way it keeps `OR` from being an operator. */
function printWord({ text, prefix }: QueryWord, field: number | null): string {
  return prefixOf(field) + (prefix === null ? `${text},` : `,${text}`);
}

function printFilter(filter: ArticleFilter, now: number): string {
  switch (filter.kind) {
    case 'feed':
    case 'folder':
    case 'tag':
      return filter.isWhole ? `${filter.kind}:"${filter.name}"` : `${filter.kind}:${filter.name.replaceAll(' ', '-')},`;
    case 'site':
      return `site:"${filter.host}"`;
    case 'status':
      return `is:"${filter.status}"`;
    case 'has':
      return `has:"${filter.what}"`;
    case 'lang':
      return `lang:"${filter.lang}"`;
    case 'published':
      return printDates(filter.from, filter.to, now);
  }
}

function printDates(from: number | null, to: number | null, now: number): string {
  if (from === null) return to === null ? 'date:"..1d"' : `before:"${day(to)}"`;
  const first = isDay(from) ? day(from) : span(now - from);
  if (to === null) return `after:"${first}"`;
  const last = new Date(to);
  return `date:"${first}..${day(new Date(last.getFullYear(), last.getMonth(), last.getDate() - 1).getTime())}"`;
}

function isDay(time: number): boolean {
  const date = new Date(time);
  return date.getTime() === new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function span(ms: number): string {
  const days = ms / DAY_MS;
  return days > 9999 ? `${days / 7}w` : `${days}d`;
}

function day(time: number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
