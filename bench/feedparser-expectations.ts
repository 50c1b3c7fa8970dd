/** Reads the expectations of kurtmckee/feedparser's test files: Python expressions in a comment at each file's start. */

export type Literal = string | number | boolean | null | readonly Literal[];

/** `path == value`, with the path as feedparser names it: `entries[0]['title']` -> `entries.0.title`. */
export interface Expectation {
  readonly path: string;
  readonly value: Literal;
}

export interface FeedTest {
  readonly expectations: readonly Expectation[];
  /** The Content-Location header that the test server would have sent. */
  readonly contentLocation: string | null;
  readonly contentType: string | null;
}

/** The part of a test that can be compared by value; `null` where the file holds no expectation. */
export function readTest(source: string): FeedTest | null {
  const expression = /^\s*Expect:\s*(.*)$/m.exec(source)?.[1];
  if (expression === undefined) return null;
  const header = (name: string): string | null =>
    new RegExp(`^\\s*Header:\\s*${name}:\\s*(.*?)\\s*$`, 'im').exec(source)?.[1] ?? null;
  return {
    expectations: splitClauses(expression).flatMap(readClause),
    contentLocation: header('Content-Location'),
    contentType: header('Content-type'),
  };
}

function splitClauses(expression: string): string[] {
  const clauses: string[] = [];
  let clause = '';
  for (const token of expression.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\sand\s|[\s\S]/g) ?? []) {
    if (token.trim() === 'and' && token !== 'and') {
      clauses.push(clause);
      clause = '';
    } else clause += token;
  }
  return [...clauses, clause].map((one) => one.trim());
}

function readClause(clause: string): Expectation[] {
  const match = /^(len\()?((?:feed|entries|d)\b(?:\[(?:'\w+'|"\w+"|-?\d+)\]|\.\w+)*)\)?\s*(?:==|is)\s*(\S[\s\S]*)$/.exec(clause);
  if (match === null) return [];
  const path = (match[2] ?? '').replace(/\[['"]?([^\]'"]+)['"]?\]/g, '.$1');
  const value = readLiteral(match[3] ?? '');
  return value === undefined ? [] : [{ path: match[1] === undefined ? path : `${path}.length`, value }];
}

/** The value of a Python literal, or undefined where it is more than that. */
function readLiteral(text: string): Literal | undefined {
  const tokens = text.match(/[bu]?'(?:\\.|[^'\\])*'|[bu]?"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?|True|False|None|[()[\],]|\S/gu) ?? [];
  let at = 0;
  const read = (): Literal | undefined => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) return undefined;
    if (token === '(' || token === '[') return readList(token === '(' ? ')' : ']');
    if (/^[bu]?['"]/.test(token)) return unquote(token);
    if (token === 'None') return null;
    if (token === 'True' || token === 'False') return token === 'True';
    return /^-?\d/.test(token) ? Number(token) : undefined;
  };
  const readList = (end: string): Literal[] | undefined => {
    const list: Literal[] = [];
    while (at < tokens.length) {
      if (tokens[at] === end) {
        at += 1;
        return list;
      }
      const value = read();
      if (value === undefined) return undefined;
      list.push(value);
      if (tokens[at] === ',') at += 1;
    }
    return undefined;
  };
  const value = read();
  return at === tokens.length ? value : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };

function unquote(token: string): string {
  const body = token.replace(/^[bu]/, '').slice(1, -1);
  return body.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/gi,
    (_whole, two?: string, four?: string, eight?: string, other?: string) => {
      const hex = two ?? four ?? eight;
      return hex === undefined ? (ESCAPES[other ?? ''] ?? `\\${other}`) : String.fromCodePoint(Number.parseInt(hex, 16));
    },
  );
}
