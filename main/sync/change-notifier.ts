import type { ArticleId } from '../../contract/domain/article.ts';
import type { LibraryChange } from '../../contract/ipc/contract.ts';

/** More changed articles than this are told as "many". */
const MANY = 500;

/** Gathers what changed and tells it at most every `intervalMs`, so that a sync of thousands is not thousands of events. */
export class ChangeNotifier {
  readonly #tell: (change: LibraryChange) => void;
  readonly #intervalMs: number;
  readonly #ids = new Set<ArticleId>();
  #feeds = false;
  #articles = false;
  #isMany = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: (change: LibraryChange) => void, intervalMs: number) {
    this.#tell = tell;
    this.#intervalMs = intervalMs;
  }

  /** Notes changed articles; null means that they are too many to name. */
  articles(ids: readonly ArticleId[] | null): void {
    this.#articles = true;
    if (ids === null || this.#ids.size + ids.length > MANY) this.#isMany = true;
    else for (const id of ids) this.#ids.add(id);
    this.#schedule();
  }

  feeds(): void {
    this.#feeds = true;
    this.#schedule();
  }

  /** Tells what is gathered now. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#feeds && !this.#articles) return;
    const change = { feeds: this.#feeds, articles: this.#articles, articleIds: this.#isMany ? null : [...this.#ids] };
    this.#feeds = this.#articles = this.#isMany = false;
    this.#ids.clear();
    this.#tell(change);
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.flush(), this.#intervalMs);
  }
}
