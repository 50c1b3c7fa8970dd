import type { MessageBoxOptions } from 'electron';
import type { ReaderError, Result } from '../../contract/domain/result.ts';
import type { Language } from '../../contract/words/index.ts';
import { wordsIn } from '../../contract/words/index.ts';
import type { DeepLink } from './deep-links.ts';
import type { LibraryClient } from './library-client.ts';

export interface LinkRequestParts {
  readonly library: Pick<LibraryClient, 'call'>;
  readonly language: Language;
  /** Shows the question; answers the number of the button. */
  ask(question: MessageBoxOptions): Promise<number>;
  report(error: ReaderError): void;
}

/** Asks the user, and then does what a deep link wants. Nothing is fetched before they have agreed. */
export async function answerDeepLink({ action, url }: DeepLink, parts: LinkRequestParts): Promise<void> {
  const words = wordsIn(parts.language).desktop.link;
  const answer = await parts.ask({
    type: 'question',
    message: words[action](new URL(url).host),
    detail: words.detail(url),
    buttons: [action === 'subscribe' ? words.subscribeButton : words.saveButton, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (answer !== 0) return;
  const result = action === 'subscribe' ? await subscribe(url, parts.library) : await parts.library.call('articles:savePage', { url });
  if (!result.ok) parts.report(result.error);
}

/** Follows the first feed that the address leads to, and fetches it. */
async function subscribe(url: string, library: LinkRequestParts['library']): Promise<Result<unknown>> {
  const found = await library.call('feeds:discover', { address: url });
  if (!found.ok) return found;
  const [candidate] = found.value;
  if (candidate === undefined) return { ok: false, error: { kind: 'no-feed-found', message: `No feed was found at ${url}`, facts: { url, host: new URL(url).host } } };
  const added = await library.call('feeds:add', { feedUrl: candidate.feedUrl });
  return added.ok ? library.call('sync:start', { feedId: added.value.id }) : added;
}
