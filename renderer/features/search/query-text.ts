/** A filter as it is written in the query language: `nguồn:"Tuổi Trẻ"`. */
export function filterText(name: string, value: string): string {
  return /^[\p{L}\p{N}.-]+$/u.test(value) ? `${name}:${value}` : `${name}:"${value.replace(/["“”„«»]/gu, ' ').trim()}"`;
}

/** Whether a query holds a filter, written just so. */
export function hasFilter(query: string, filter: string): boolean {
  return placeOf(query, filter) >= 0;
}

/** The query with a filter that holds for all of it. */
export function withFilter(query: string, filter: string): string {
  const text = query.trim();
  if (text === '' || hasFilter(text, filter)) return text === '' ? filter : text;
  return `${hasAlternatives(text) ? `(${text})` : text} ${filter}`;
}

/** The query without a filter that it holds. */
export function withoutFilter(query: string, filter: string): string {
  const at = placeOf(query, filter);
  if (at < 0) return query;
  const rest = `${query.slice(0, at).trimEnd()} ${query.slice(at + filter.length).trimStart()}`.trim();
  // The parentheses that `withFilter` put round alternatives are no longer needed.
  const inner = /^\(([^()]*)\)$/u.exec(rest)?.[1];
  return inner ?? rest;
}

function placeOf(query: string, filter: string): number {
  let at = query.indexOf(filter);
  while (at >= 0) {
    const before = query.charAt(at - 1);
    const after = query.charAt(at + filter.length);
    if (/^[\s(]?$/u.test(before) && /^[\s)]?$/u.test(after)) return at;
    at = query.indexOf(filter, at + 1);
  }
  return -1;
}

/** Whether an OR outside quotes and parentheses would keep a filter behind it to itself. */
function hasAlternatives(text: string): boolean {
  let depth = 0;
  const plain = text.replace(/["“”„«»][^"“”„«»]*["“”„«»]?/gu, '""');
  for (const piece of plain.split(/(?=[()\s])|(?<=[()\s])/u)) {
    if (piece === '(') depth += 1;
    else if (piece === ')') depth -= 1;
    else if (depth <= 0 && /^(?:OR|HOẶC|HOAC|\|\|?)$/u.test(piece)) return true;
  }
  return false;
}
