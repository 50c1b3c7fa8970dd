import { BOUNDARIES, CONTAINERS, DROPPED, INLINE, LEAVES, MEDIA } from './allow-list.ts';
import { flowAttributes, inlineAttributes, isHidden, nameLanguage, withoutCode } from './attributes.ts';
import { cleanCharacters, collapseSpace } from './characters.ts';
import type { Effect, Format } from './effects.ts';
import { emojiOf, imageNode, mediaNode } from './embeds.ts';
import { fitsIn, flowTarget, isTablePart } from './nesting.ts';
import { element } from './nodes.ts';
import { namesIn, Places } from './places.ts';
import type { ElementNode, TextNode } from './nodes.ts';
import type { Events } from './reader.ts';

const MAX_CONTAINERS = 24;
const MAX_FORMATS = 8;

type Attributes = ReadonlyMap<string, string>;

/**
 * Builds the output tree from the reader's events. At every moment there is a stack of open containers, at most one open
 * leaf (a paragraph, heading ...) in the innermost, and a list of active formatting elements, which are written into a
 * leaf only when text comes: a block inside `<b>` or `<a>` so becomes `<b>` or `<a>` inside the block.
 */
export class Builder implements Events {
  readonly root: ElementNode = element('root');
  readonly places: Places;
  private readonly baseUrl: string | null;
  private readonly containers: ElementNode[] = [this.root];
  private readonly effects: { readonly name: string; readonly effect: Effect }[] = [];
  private readonly formats: Format[] = [];
  private readonly languages: Map<string, string>[] = [];
  private skipDepth = 0;
  private leaf: ElementNode | null = null;
  private leafAttributes: Attributes = new Map();
  private lastText: TextNode | null = null;
  private lastBreak: { readonly parent: ElementNode; readonly node: ElementNode } | null = null;
  private atSpace = true;

  /** @param places Names of elements that links of the same page lead to: those elements are noted, and those links kept. */
  constructor(baseUrl: string | null, places: ReadonlySet<string>) {
    this.baseUrl = baseUrl;
    this.places = new Places(places);
  }

  open(name: string, attributes: Attributes): void {
    const isSkipped = this.skipDepth > 0 || DROPPED.has(name) || isHidden(name, attributes);
    if (!isSkipped) this.places.expect(namesIn(name, attributes), INLINE.has(name));
    const effect = isSkipped ? this.skip() : this.start(name, attributes);
    this.effects.push({ name, effect });
  }

  close(_name: string): void {
    const effect = this.effects.pop()?.effect;
    if (effect !== undefined) this.end(effect);
  }

  closeInline(name: string): void {
    for (let i = this.effects.length - 1; i >= 0; i -= 1) {
      const entry = this.effects[i];
      if (entry?.name !== name) continue;
      this.effects.splice(i, 1);
      this.end(entry.effect);
      return;
    }
  }

  empty(name: string, attributes: Attributes): void {
    if (this.skipDepth > 0) return;
    if (name === 'br') this.lineBreak();
    else if (name === 'hr') this.rule();
    else if (name === 'wbr') this.insert(element('wbr'));
    else if (name === 'img') this.picture(attributes);
    else if (MEDIA.has(name)) this.image(mediaNode(name, attributes, this.baseUrl));
  }

  text(raw: string): void {
    if (this.skipDepth > 0) return;
    if (this.leaf?.tag === 'pre') return this.write(cleanCharacters(raw.replace(/\r\n?/g, '\n')));
    const clean = collapseSpace(cleanCharacters(raw));
    const text = this.atSpace ? clean.trimStart() : clean;
    if (text !== '') this.write(text);
  }

  finish(): ElementNode {
    this.endLeaf();
    return this.root;
  }

  private skip(): Effect {
    this.skipDepth += 1;
    return { kind: 'skip' };
  }

  private start(name: string, attributes: Attributes): Effect {
    if (INLINE.has(name)) return this.startFormat(INLINE.get(name) ?? name, attributes);
    if (LEAVES.has(name)) return this.startLeaf(LEAVES.get(name) ?? name, attributes);
    if (CONTAINERS.has(name)) return this.startContainer(CONTAINERS.get(name) ?? name, attributes);
    if (MEDIA.has(name)) {
      this.image(mediaNode(name, attributes, this.baseUrl));
      return this.skip();
    }
    if (!BOUNDARIES.has(name)) return { kind: 'nothing' };
    return this.startBoundary(name === 'html' || name === 'body' ? new Map<string, string>() : flowAttributes(name, attributes));
  }

  private end(effect: Effect): void {
    if (effect.kind === 'skip') this.skipDepth -= 1;
    else if (effect.kind === 'boundary') this.endBoundary(effect.hasLanguage);
    else if (effect.kind === 'leaf') this.endLeaf();
    else if (effect.kind === 'container') this.endContainer(effect.node);
    else if (effect.kind === 'format') this.endFormat(effect.format);
  }

  private startFormat(name: string, source: Attributes): Effect {
    if (name === 'code') nameLanguage(this.leaf, source);
    const attributes = inlineAttributes(name, source, this.baseUrl, this.places.wanted);
    const isRepeated = attributes !== null && attributes.size === 0 && this.formats.some((open) => open.name === name);
    const isNestedLink = name === 'a' && this.formats.some((open) => open.name === 'a');
    if (attributes === null || isRepeated || isNestedLink || this.formats.length >= MAX_FORMATS) return { kind: 'nothing' };
    const format: Format = { name, attributes, node: null };
    this.formats.push(format);
    return { kind: 'format', format };
  }

  private endFormat(format: Format): void {
    const index = this.formats.indexOf(format);
    if (index < 0) return;
    this.formats.splice(index, 1);
    for (const inner of this.formats.slice(index)) inner.node = null;
  }

  private startLeaf(tag: string, attributes: Attributes): Effect {
    if (this.isInsideCaption()) return this.startBoundary(new Map());
    this.endLeaf();
    this.leafAttributes = this.withLanguage(flowAttributes(tag, attributes));
    if (tag !== 'p' && fitsIn(tag, this.top().tag)) this.openLeaf(tag);
    return { kind: 'leaf' };
  }

  /** Captions and terms hold lines only: a block inside one is a new line of it. */
  private isInsideCaption(): boolean {
    return this.leaf !== null && (this.leaf.tag === 'figcaption' || this.leaf.tag === 'dt' || this.leaf.tag === 'caption');
  }

  private openLeaf(tag: string): ElementNode {
    const leaf = element(tag, tag === 'pre' ? this.leafAttributes : withoutCode(this.leafAttributes));
    flowTarget(this.containers, tag).push(leaf);
    this.places.settle('block', leaf, this.top());
    this.leaf = leaf;
    this.resetLine();
    for (const format of this.formats) format.node = null;
    return leaf;
  }

  private endLeaf(): void {
    if (this.leaf !== null) this.trimEnd();
    this.leaf = null;
    this.leafAttributes = this.withLanguage(new Map());
    this.resetLine();
  }

  private resetLine(): void {
    this.lastText = null;
    this.lastBreak = null;
    this.atSpace = true;
  }

  /** White space and a line break at the end of a line mean nothing. */
  private trimEnd(): void {
    if (this.lastBreak !== null) {
      const { parent, node } = this.lastBreak;
      parent.children.splice(parent.children.lastIndexOf(node), 1);
    }
    if (this.lastText !== null) this.lastText.text = this.lastText.text.trimEnd();
  }

  /** The language and direction (and the language of code) of the unwrapped elements around, where the block names none of its own. */
  private withLanguage(own: Map<string, string>): Map<string, string> {
    for (const [name, value] of this.languages.at(-1) ?? []) if (!own.has(name)) own.set(name, value);
    return own;
  }

  private startBoundary(attributes: Map<string, string>): Effect {
    const hasLanguage = attributes.size > 0;
    if (hasLanguage) this.languages.push(this.withLanguage(attributes));
    this.boundary();
    return { kind: 'boundary', hasLanguage };
  }

  private endBoundary(hasLanguage: boolean): void {
    if (hasLanguage) this.languages.pop();
    this.boundary();
  }

  private startContainer(tag: string, attributes: Attributes): Effect {
    if (this.isInsideCaption() && !isTablePart(tag)) return this.startBoundary(new Map());
    this.endLeaf();
    if (this.containers.length >= MAX_CONTAINERS || !fitsIn(tag, this.top().tag)) return this.startBoundary(new Map());
    if (tag === 'figure' && this.top().tag === 'figure') this.containers.pop();
    const node = element(tag, withoutCode(this.withLanguage(flowAttributes(tag, attributes))));
    flowTarget(this.containers, tag).push(node);
    this.places.settle('any', node, this.top());
    this.containers.push(node);
    return { kind: 'container', node };
  }

  private endContainer(node: ElementNode): void {
    this.endLeaf();
    const index = this.containers.lastIndexOf(node);
    if (index > 0) this.containers.length = index;
  }

  private boundary(): void {
    const tag = this.leaf?.tag;
    if (tag === undefined || tag === 'p') return this.endLeaf();
    if (tag === 'pre') {
      if (this.lastText !== null && !this.lastText.text.endsWith('\n')) this.write('\n');
    } else if (tag === 'figcaption') this.lineBreak();
    else if (!this.atSpace) this.write(' ');
  }

  private lineBreak(): void {
    if (this.leaf === null) return;
    if (this.leaf.tag === 'pre') return this.write('\n');
    if (this.leaf.children.length === 0 || (this.lastBreak !== null && this.leaf.tag !== 'p')) return;
    if (this.lastBreak !== null) {
      const kept = this.leafAttributes;
      this.endLeaf();
      this.leafAttributes = kept;
      return;
    }
    const node = element('br');
    const parent = this.insertionPoint();
    parent.children.push(node);
    this.lastBreak = { parent, node };
    this.atSpace = true;
  }

  private rule(): void {
    this.endLeaf();
    flowTarget(this.containers).push(element('hr'));
  }

  private picture(attributes: Attributes): void {
    const emoji = emojiOf(attributes);
    if (emoji === null) this.image(imageNode(attributes, this.baseUrl));
    else this.text(emoji);
  }

  /** An image in a figure stands beside the caption; elsewhere in the line, from where the tidying lifts it out. */
  private image(node: ElementNode | null): void {
    if (node === null) return;
    const isCaption = this.leaf?.tag === 'figcaption';
    if (this.top().tag !== 'figure' || (this.leaf !== null && !isCaption)) return this.insert(node);
    const link = this.formats.find((format) => format.name === 'a');
    const shown = link === undefined || node.tag === 'a' ? node : element('a', link.attributes, [node]);
    this.top().children.push(shown);
  }

  private insert(node: ElementNode): void {
    if (this.leaf?.tag === 'pre') return;
    const isLink = node.tag === 'a' && this.formats.some((format) => format.name === 'a');
    this.insertionPoint().children.push(...(isLink ? node.children : [node]));
    this.lastText = null;
    this.lastBreak = null;
    this.atSpace = false;
  }

  private write(text: string): void {
    const parent = this.insertionPoint();
    const last = parent.children.at(-1);
    if (last?.kind === 'text') {
      last.text += text;
      this.lastText = last;
    } else {
      this.lastText = { kind: 'text', text };
      parent.children.push(this.lastText);
    }
    this.lastBreak = null;
    this.atSpace = text.endsWith(' ');
  }

  /** The innermost element of the open line, with every active format written. */
  private insertionPoint(): ElementNode {
    let parent = this.leaf ?? this.openLeaf('p');
    for (const format of this.formats) {
      if (format.node === null) {
        format.node = element(format.name, format.attributes);
        parent.children.push(format.node);
        this.places.settle('any', format.node, parent);
      }
      parent = format.node;
    }
    this.places.settle('any', parent, this.top());
    return parent;
  }

  private top(): ElementNode {
    return this.containers.at(-1) ?? this.root;
  }
}
