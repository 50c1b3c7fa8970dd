/** An article that was found. */
export interface Ranked {
  readonly id: number;
  readonly score: number;
}

/** Keeps the best of many: higher scores first, then newer articles (higher ids). */
export class Best {
  readonly #most: number;
  /** A heap with the worst on top. */
  readonly #heap: Ranked[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(id: number, score: number): void {
    const heap = this.#heap;
    if (heap.length >= this.#most) {
      const worst = heap[0];
      if (worst === undefined || score < worst.score || (score === worst.score && id < worst.id)) return;
      heap[0] = { id, score };
      this.#sink();
      return;
    }
    heap.push({ id, score });
    this.#rise();
  }

  /** Everything kept, best first. */
  sorted(): Ranked[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || b.id - a.id);
  }

  #isWorse(first: number, second: number): boolean {
    const a = this.#heap[first];
    const b = this.#heap[second];
    if (a === undefined || b === undefined) return false;
    return a.score < b.score || (a.score === b.score && a.id < b.id);
  }

  #swap(first: number, second: number): void {
    const a = this.#heap[first];
    const b = this.#heap[second];
    if (a === undefined || b === undefined) return;
    this.#heap[first] = b;
    this.#heap[second] = a;
  }

  #rise(): void {
    let at = this.#heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      let worst = at;
      if (this.#isWorse(at * 2 + 1, worst)) worst = at * 2 + 1;
      if (this.#isWorse(at * 2 + 2, worst)) worst = at * 2 + 2;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }
}
