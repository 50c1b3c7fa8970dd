import { foldPrefix } from '../../../contract/domain/fold.ts';
import { assertNever } from '../../../contract/domain/result.ts';
import type { ArticleFilter } from '../../store/index.ts';
import { AUTHOR } from '../fields.ts';
import { parseDateRange } from './dates.ts';
import { meaningOf, type FilterName } from './names.ts';
import type { ResultOrder } from '../../../contract/domain/search.ts';
import type { QueryNode } from './tree.ts';
import { queryWords } from './words.ts';

/** What a filter says: a part of the query's tree, or the order of its results. */
type ReadFilter = { readonly kind: 'node'; readonly node: QueryNode } | { readonly kind: 'sort'; readonly order: ResultOrder };

/**
 * Reads a filter other than `title:`; null where its value means nothing.
 *
 * @param isQuoted the value stands in quotes
 */
export function readFilter(name: FilterName, value: string, isQuoted: boolean, now: number): ReadFilter | null {
  if (value === '') return null;
  switch (name) {
    case 'feed':
    case 'folder':
    case 'tag':
      return titled(name, value, isQuoted);
    case 'author': {
      const words = queryWords(value, false);
      return words.length === 0 ? null : { kind: 'node', node: { kind: 'words', words, field: AUTHOR } };
    }
    case 'site':
      return fromSite(value.toLowerCase().replace(/^https?:\/\//u, '').replace(/\/.*$/u, ''));
    case 'lang':
      return /^[a-z]{2,3}(-[a-z\d]+)*$/iu.test(value) ? named({ kind: 'lang', lang: value.toLowerCase() }) : null;
    case 'is': {
      const status = meaningOf('is', value);
      return status === null ? null : named({ kind: 'status', status });
    }
    case 'has': {
      const what = meaningOf('has', value);
      return what === null ? null : named({ kind: 'has', what });
    }
    case 'date':
    case 'after':
    case 'before':
      return dateFilter(name, value, now);
    case 'sort': {
      const order = meaningOf('sort', value);
      return order === null ? null : { kind: 'sort', order };
    }
    case 'title':
      return null;
    default:
      return assertNever(name);
  }
}

function named(filter: ArticleFilter): ReadFilter {
  return { kind: 'node', node: { kind: 'filter', filter } };
}

/** A name without a single word would fit everything. */
function titled(kind: 'feed' | 'folder' | 'tag', value: string, isQuoted: boolean): ReadFilter | null {
  const name = foldWords(value);
  return name === '' ? null : named({ kind, name, isWhole: isQuoted });
}

function fromSite(host: string): ReadFilter | null {
  return host === '' ? null : named({ kind: 'site', host });
}

function foldWords(value: string): string {
  return queryWords(value, false).map(({ text }) => foldPrefix(text)).join(' ');
}

/** `after:` begins with its day, `before:` ends with the one before its day. */
function dateFilter(name: 'date' | 'after' | 'before', value: string, now: number): ReadFilter | null {
  const range = parseDateRange(value, now);
  if (range === null) return null;
  if (name === 'date') return named({ kind: 'published', from: range.from, to: range.to });
  return named(name === 'after' ? { kind: 'published', from: range.from, to: null } : { kind: 'published', from: null, to: range.from });
}
