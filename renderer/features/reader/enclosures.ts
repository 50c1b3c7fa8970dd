import { useLayoutEffect } from 'react';
import type { ArticleId } from '../../../contract/domain/article.ts';
import type { StoredEnclosure } from '../../../contract/domain/feed.ts';
import { assetAddress } from '../../api/addresses.ts';
import { api, events, readerErrorOf } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import type { I18n } from '../../i18n/index.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { currentFrame } from './frame-store.ts';

/** How an attached file stands: not here, on its way (bytes so far), not to be had (why), here. */
type Standing = { readonly kind: 'away' } | { readonly kind: 'coming'; readonly bytes: number } | { readonly kind: 'failed'; readonly why: string };

/** One attached file in the article's document, drawn anew whenever it stands otherwise. */
class EnclosureItem {
  readonly #id: ArticleId;
  readonly #i18n: I18n;
  readonly #item: HTMLElement;
  #enclosure: StoredEnclosure;
  #standing: Standing = { kind: 'away' };

  constructor(list: HTMLElement, id: ArticleId, enclosure: StoredEnclosure, i18n: I18n) {
    this.#id = id;
    this.#i18n = i18n;
    this.#enclosure = enclosure;
    this.#item = list.appendChild(list.ownerDocument.createElement('li'));
    this.#draw();
  }

  /** Takes how far a download is. */
  progress(position: number, bytes: number): void {
    if (position === this.#enclosure.position && this.#standing.kind === 'coming') this.#stand({ kind: 'coming', bytes });
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.#draw();
  }

  #draw(): void {
    const { t } = this.#i18n;
    const { asset, mimeType } = this.#enclosure;
    const parts: Node[] = [this.#text('docbao-file-name', nameOf(this.#enclosure)), this.#text('docbao-file-facts', this.#facts())];
    if (asset !== null && /\.(mp3|m4a|ogg)$/.test(asset)) parts.push(this.#player('audio', asset));
    else if (asset !== null && /\.(mp4|webm)$/.test(asset)) parts.push(this.#player(mimeType?.startsWith('audio/') === true ? 'audio' : 'video', asset));
    else if (asset !== null) parts.push(this.#button(t.enclosures.open, () => inBackground(api.app.openFile({ asset }))));
    else if (this.#standing.kind === 'coming') parts.push(this.#button(t.enclosures.stop, () => inBackground(api.enclosures.cancel(this.#at()))));
    else parts.push(this.#button(this.#standing.kind === 'failed' ? t.enclosures.again : t.enclosures.download, () => void this.#download()));
    this.#item.replaceChildren(...parts);
  }

  #facts(): string {
    const { t, format } = this.#i18n;
    const { length, storedBytes, durationSeconds, mimeType } = this.#enclosure;
    const size = storedBytes ?? length;
    const facts = [mimeType === null ? null : t.enclosures.kindOf(mimeType), durationSeconds === null ? null : t.enclosures.minutes(Math.max(1, Math.round(durationSeconds / 60)))];
    if (this.#standing.kind === 'coming') facts.push(t.enclosures.coming(format.bytes(this.#standing.bytes), size === null ? null : format.bytes(size)));
    else facts.push(size === null ? null : format.bytes(size), storedBytes === null ? null : t.enclosures.kept);
    if (this.#standing.kind === 'failed') facts.push(this.#standing.why);
    return facts.filter((fact) => fact !== null).join(' · ');
  }

  async #download(): Promise<void> {
    this.#stand({ kind: 'coming', bytes: 0 });
    try {
      this.#enclosure = await api.enclosures.download(this.#at());
      this.#stand({ kind: 'away' });
    } catch (thrown) {
      const error = readerErrorOf(thrown);
      this.#stand(error.kind === 'cancelled' ? { kind: 'away' } : { kind: 'failed', why: sentenceOf(error, this.#i18n.t) });
    }
  }

  #at(): { articleId: ArticleId; position: number } {
    return { articleId: this.#id, position: this.#enclosure.position };
  }

  #text(name: string, text: string): HTMLElement {
    const element = this.#item.ownerDocument.createElement('span');
    element.className = name;
    element.textContent = text;
    return element;
  }

  #player(kind: 'audio' | 'video', asset: string): HTMLElement {
    const player = this.#item.ownerDocument.createElement(kind);
    player.controls = true;
    player.preload = 'metadata';
    player.src = assetAddress(asset);
    player.setAttribute('aria-label', nameOf(this.#enclosure));
    return player;
  }

  #button(label: string, run: () => void): HTMLElement {
    const button = this.#item.ownerDocument.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-label', `${label}: ${nameOf(this.#enclosure)}`);
    button.addEventListener('click', run);
    return button;
  }
}

/** The file's title, else the last part of its address. */
function nameOf({ title, url }: StoredEnclosure): string {
  if (title !== null && title !== '') return title;
  const { pathname, host } = new URL(url);
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last) || host;
  } catch {
    return last || host;
  }
}

/** Lists an article's attached files below it: to be fetched, to be heard or opened. */
export function useEnclosures(doc: Document | null): void {
  const i18n = useI18n();
  useLayoutEffect(() => {
    const { id } = currentFrame();
    if (doc === null || id === null) return undefined;
    const section = doc.createElement('section');
    section.className = 'docbao-files';
    section.lang = i18n.language;
    let items: readonly EnclosureItem[] = [];
    const show = async (): Promise<void> => {
      const { enclosures } = await api.articles.get({ id });
      if (enclosures.length === 0) return;
      const title = doc.createElement('h2');
      title.textContent = i18n.t.enclosures.title;
      const list = doc.createElement('ul');
      items = enclosures.map((enclosure) => new EnclosureItem(list, id, enclosure, i18n));
      section.append(title, list);
      doc.body.append(section);
    };
    inBackground(show());
    const stop = events.enclosuresProgress(({ articleId, position, bytes }) => {
      if (articleId === id) for (const item of items) item.progress(position, bytes);
    });
    return () => {
      stop();
      section.remove();
    };
  }, [doc, i18n]);
}
