import { Tokenizer } from 'htmlparser2';

import { BOUNDARIES, CONTAINERS, IMPLIED_END, INLINE, LEAVES, SCOPES, TABLE_SCOPE, VOID } from './allow-list.ts';

/** Deeper elements are read as if their tags were not there: no page that somebody wrote nests like this. */
const MAX_DEPTH = 256;

/** What the reader reports. Every `open` is followed by its `close`; void elements get no `close`. */
export interface Events {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  empty(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** An inline element ends although blocks that were opened inside it are still open. */
  closeInline(name: string): void;
  text(text: string): void;
}

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/**
 * Reads HTML of any quality in linear time: a stack of at most `MAX_DEPTH` open elements, end tags implied as in the HTML
 * Standard (13.1.2.4), and for formatting elements what its adoption agency comes to for a reader (13.2.4.3).
 */
export function readHtml(html: string, events: Events): void {
  const reader = new Reader(html, events);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  reader.finish();
}

class Reader implements Callbacks {
  private readonly html: string;
  private readonly events: Events;
  private readonly stack: string[] = [];
  private tag = '';
  private attribute = '';
  private value = '';
  private attributes = new Map<string, string>();
  private pendingText = '';

  constructor(html: string, events: Events) {
    this.html = html;
    this.events = events;
  }

  ontext(start: number, end: number): void {
    this.pendingText += this.html.slice(start, end);
  }

  ontextentity(codepoint: number): void {
    this.pendingText += String.fromCodePoint(codepoint);
  }

  onopentagname(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.tag = name === 'image' ? 'img' : name;
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, end).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.html.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (!this.attributes.has(this.attribute)) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.flushText();
    if (VOID.has(this.tag)) return this.events.empty(this.tag, this.attributes);
    this.implyEnds(this.tag);
    if (this.stack.length >= MAX_DEPTH) return;
    this.stack.push(this.tag);
    this.events.open(this.tag, this.attributes);
  }

  /** In HTML `<div/>` is a start tag. */
  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).trim().toLowerCase();
    this.flushText();
    if (name === 'br') return this.events.empty('br', new Map());
    const index = this.stack.lastIndexOf(name);
    if (index < 0 || this.isOutOfReach(name, index)) return;
    const isInline = INLINE.has(name);
    if (isInline && this.stack.slice(index + 1).some(isBlock)) {
      this.stack.splice(index, 1);
      this.events.closeInline(name);
      return;
    }
    this.popTo(index);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.pendingText += this.html.slice(start, end - endOffset);
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  finish(): void {
    this.flushText();
    this.popTo(0);
  }

  private flushText(): void {
    if (this.pendingText === '') return;
    this.events.text(this.pendingText);
    this.pendingText = '';
  }

  private popTo(length: number): void {
    while (this.stack.length > length) {
      const name = this.stack.pop();
      if (name !== undefined) this.events.close(name);
    }
  }

  /** An end tag inside a table's cell closes nothing outside of the cell. */
  private isOutOfReach(name: string, index: number): boolean {
    if (name === 'table' || IMPLIED_END.has(name)) return false;
    return this.stack.slice(index + 1).some((open) => open === 'td' || open === 'th' || open === 'caption');
  }

  private implyEnds(name: string): void {
    if (isBlock(name)) this.endParagraph();
    const ends = IMPLIED_END.get(name);
    if (ends === undefined) return;
    const scope = SCOPES.get(name) ?? TABLE_SCOPE;
    let cut = -1;
    for (let i = this.stack.length - 1; i >= 0; i -= 1) {
      const open = this.stack[i] ?? '';
      if (scope.has(open)) break;
      if (ends.has(open)) cut = i;
    }
    if (cut >= 0) this.popTo(cut);
  }

  /** A block's start tag ends an open paragraph, through the formatting elements that stand open in it. */
  private endParagraph(): void {
    for (let i = this.stack.length - 1; i >= 0; i -= 1) {
      const open = this.stack[i] ?? '';
      if (open === 'p') return this.popTo(i);
      if (isBlock(open)) return;
    }
  }
}

function isBlock(name: string): boolean {
  return LEAVES.has(name) || CONTAINERS.has(name) || BOUNDARIES.has(name);
}
