import { useLayoutEffect } from 'react';
import type { ArticleSummary } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { currentFeeds } from '../feeds/feeds-store.ts';
import { currentFrame } from '../reader/frame-store.ts';
import { openArticle } from '../reader/reader-store.ts';

function sourceOf({ feedId, sourceName, title }: ArticleSummary): string {
  const feed = feedId === null ? undefined : currentFeeds().byId.get(feedId);
  return feed?.title ?? sourceName ?? title;
}

function fill(line: Element, others: readonly ArticleSummary[], { t, language }: I18n): void {
  const doc = line.ownerDocument;
  const buttons = others.map((other) => {
    const button = doc.createElement('button');
    button.type = 'button';
    button.textContent = sourceOf(other);
    button.title = other.title;
    button.addEventListener('click', () => openArticle(other.id));
    return button;
  });
  line.setAttribute('lang', language);
  line.replaceChildren(`${t.stories.alsoIn} `, ...buttons.flatMap((button, at) => (at === 0 ? [button] : [', ', button])));
}

/** Says under an article's head which other papers print the same story, each one click away. */
export function useStoryNote(doc: Document | null, summary: ArticleSummary | undefined): void {
  const i18n = useI18n();
  const id = summary?.id;
  const size = summary?.storySize ?? 1;
  useLayoutEffect(() => {
    const line = doc?.querySelector('.docbao-story') ?? null;
    if (line === null || id === undefined || size < 2 || currentFrame().id !== id) return undefined;
    let isOver = false;
    const show = async (): Promise<void> => {
      const others = await api.stories.list({ id });
      if (!isOver) fill(line, others, i18n);
    };
    inBackground(show());
    return () => {
      isOver = true;
      line.replaceChildren();
    };
  }, [doc, id, size, i18n]);
}
