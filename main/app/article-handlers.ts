import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../contract/words/index.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import type { MainHandlers } from '../ipc/answer-call.ts';
import type { LibraryClient } from './library-client.ts';
import type { AskWhere } from './save-file.ts';
import { fileNameOf, saveFile } from './save-file.ts';

export type ArticleHandlers = Pick<MainHandlers, 'files:saveArticle' | 'files:dragArticle' | 'app:share'>;

export interface ArticleHandlerParts {
  readonly library: Pick<LibraryClient, 'call'>;
  readonly askWhere: AskWhere;
  /** Where what is dragged waits for its new place; gone when Docbao ends. */
  temporaryFolder(): string;
  language(): Language;
  /** Hands a file to the pointer. */
  startDrag(file: string): void;
  /** The system's own way to share; null where it has none. */
  readonly share: ((item: { readonly title: string; readonly url: string }) => void) | null;
  copyText(text: string): Promise<void>;
}

/** An article as a file of its own, and on its way to others. */
export function articleHandlers(parts: ArticleHandlerParts): ArticleHandlers {
  const fileOf = async (id: number): Promise<{ name: string; html: string }> => {
    const result = await parts.library.call('internal:articleFile', { id, language: parts.language() });
    if (!result.ok) throw new DocbaoError(result.error.kind, result.error.message, result.error.facts);
    return { name: fileNameOf(result.value.title, 'html'), html: result.value.html };
  };
  return {
    'files:saveArticle': async ({ id }) => {
      const { name, html } = await fileOf(id);
      return { savedAs: await saveFile(parts.askWhere, name, html) };
    },
    'files:dragArticle': async ({ id }) => {
      const { name, html } = await fileOf(id);
      const file = join(await mkdtemp(join(parts.temporaryFolder(), 'drag-')), name);
      await writeFile(file, html);
      parts.startDrag(file);
    },
    'app:share': async ({ title, url }) => {
      if (parts.share === null) await parts.copyText(`${title}\n${url}`);
      else parts.share({ title, url });
      return { isCopied: parts.share === null };
    },
  };
}
