import { createHash } from 'node:crypto';

/**
 * Facts about pages whose words are not ours to publish are kept as hashes: a bag of word hashes gives exactly the token
 * F1 that the text would give, a phrase's hash finds the phrase in an output, and neither gives the text back in order.
 */
const HASH_BYTES = 4;

/** Words of a text, for comparison: NFC, lower case, letters and digits. */
export function tokensOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_BYTES * 2);
}

/** Hashes of a text's words, sorted, as one hex string. */
export function bagOf(text: string): string {
  return tokensOf(text).map(hash).sort().join('');
}

/** Word counts from a text, or from the bag of one. */
export function countsOf(source: { readonly text: string } | { readonly bag: string }): Map<string, number> {
  const bag = 'bag' in source ? source.bag : bagOf(source.text);
  const counts = new Map<string, number>();
  for (let i = 0; i < bag.length; i += HASH_BYTES * 2) {
    const key = bag.slice(i, i + HASH_BYTES * 2);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** `<number of words>:<hash>` of a phrase. */
export function phraseOf(text: string): string {
  const tokens = tokensOf(text);
  return `${tokens.length}:${hash(tokens.join(' '))}`;
}

/** A text in which phrases can be looked for, given as words or as fingerprints. */
export class Haystack {
  private readonly tokens: string[];
  private readonly hashes = new Map<number, Map<string, number>>();

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  /** How often the phrase occurs. */
  count(phrase: string): number {
    const [length = '0', wanted = ''] = phrase.split(':');
    const size = Number(length);
    if (size === 0) return 0;
    const known = this.hashes.get(size) ?? this.windows(size);
    this.hashes.set(size, known);
    return known.get(wanted) ?? 0;
  }

  private windows(size: number): Map<string, number> {
    const found = new Map<string, number>();
    for (let i = 0; i + size <= this.tokens.length; i += 1) {
      const key = hash(this.tokens.slice(i, i + size).join(' '));
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    return found;
  }
}
