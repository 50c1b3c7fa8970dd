import type { MarkedExtension, Token, TokenizerThis } from 'marked';

const DEFINITION = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]+([^\n]*(?:\n(?![ \t]*\n| {0,3}\[\^)[^\n]+)*)(?:\n|$)/;
const REFERENCE = /^\[\^([^\]\s]+)\]/;

interface Note {
  /** Its place among the notes, from 1, in the order in which the text asks for them. */
  number: number | null;
  tokens: Token[];
}

/** The footnotes of one text. */
export interface MarkdownNotes {
  readonly extension: MarkedExtension;
  /** The notes that the text asked for, as a list to stand at its end. */
  readonly list: (render: (tokens: Token[]) => string) => string;
}

/** GitHub's footnotes: `[^1]` in the text, `[^1]: words` at the beginning of a line. A mark without its note stays as it was typed. */
export function markdownNotes(text: string): MarkdownNotes {
  const notes = new Map<string, Note>();
  for (const [, name = ''] of text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:[ \t]/gm)) notes.set(name, { number: null, tokens: [] });
  let asked = 0;
  const define = function (this: TokenizerThis, src: string): { type: string; raw: string } | undefined {
    const match = DEFINITION.exec(src);
    const note = notes.get(match?.[1] ?? '');
    if (match === null || note === undefined) return undefined;
    if (note.tokens.length === 0) this.lexer.inline(match[2] ?? '', note.tokens);
    return { type: 'note', raw: match[0] };
  };
  const refer = (src: string): { type: string; raw: string; number: number } | undefined => {
    const match = REFERENCE.exec(src);
    const note = notes.get(match?.[1] ?? '');
    if (match === null || note === undefined) return undefined;
    note.number ??= asked += 1;
    return { type: 'noteMark', raw: match[0], number: note.number };
  };
  return {
    extension: {
      extensions: [
        { name: 'note', level: 'block', start: (src) => /^ {0,3}\[\^/m.exec(src)?.index, tokenizer: define, renderer: () => '' },
        {
          name: 'noteMark', level: 'inline', start: (src) => src.indexOf('[^'), tokenizer: refer,
          renderer: (token) => `<sup><a href="#note-${String(token['number'])}" id="mark-${String(token['number'])}" role="doc-noteref">${String(token['number'])}</a></sup>`,
        },
      ],
    },
    list: (render) => {
      const shown = [...notes.values()].filter(({ number }) => number !== null).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
      const items = shown.map(({ number, tokens }) => `<li id="note-${number}">${render(tokens)} <a href="#mark-${number}" role="doc-backlink">↩</a></li>`);
      return items.length === 0 ? '' : `<hr><ol>${items.join('')}</ol>`;
    },
  };
}
