import { eachWord, formsOf } from '../../../contract/domain/fold.ts';

/**
 * How much of one text stands in another: what tells that two papers print the same story. A text is the set of its runs of
 * four syllables, folded, so that marks, case and punctuation don't count.
 */

/** Syllables in a run. Three are often chance in Vietnamese ("trên địa bàn"), five lose too much where a copy was edited. */
const RUN = 4;
/** Shorter texts say too little to be told apart. */
const LEAST_RUNS = 60;
/** Runs of one text that are looked at: some 6,000 words. */
const MOST_RUNS = 8_000;
/** Two hash values make a band; two texts that share a band are looked at more closely. */
const BANDS = 16;
const HASHES = BANDS * 2;

/** Odd multipliers and offsets of the hash family, the same in every library. */
const FAMILY = Array.from({ length: HASHES }, (_, at) => ({ factor: mix(at * 2 + 1) | 1, offset: mix(at * 2 + 2) }));

/** The runs of a text as hashes, each once, ascending; empty where the text is too short to judge by. */
export function runsOf(text: string): Uint32Array {
  const words: number[] = [];
  eachWord(text, (word) => void words.push(wordHash(word)));
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length && runs.size < MOST_RUNS; at += 1) {
    let run = 0;
    for (let next = at; next < at + RUN; next += 1) run = mix(Math.imul(run, 31) ^ (words[next] ?? 0));
    runs.add(run);
  }
  return runs.size < LEAST_RUNS ? new Uint32Array() : Uint32Array.from(runs).sort();
}

/** MinHash in bands (locality-sensitive hashing): the keys under which a text is found by those that are like it; safe integers. */
export function bandsOf(runs: Uint32Array): number[] {
  if (runs.length === 0) return [];
  const least = FAMILY.map(({ factor, offset }) => {
    let found = 0xffffffff;
    for (const run of runs) {
      const value = mix(Math.imul(run, factor) + offset);
      if (value < found) found = value;
    }
    return found;
  });
  return Array.from({ length: BANDS }, (_, band) => {
    const one = least[band * 2] ?? 0;
    const two = least[band * 2 + 1] ?? 0;
    return mix(one ^ mix(two + band)) * 2 ** 20 + (mix(two ^ mix(one ^ band)) >>> 12);
  });
}

/** The share of the shorter text's runs that the longer one has too, from 0 to 1. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  const shorter = Math.min(one.length, other.length);
  if (shorter === 0) return 0;
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return shared / shorter;
}

/** Folding a word costs more than all the rest, and a paper's syllables are few thousands. */
const KNOWN_WORDS = new Map<string, number>();
const MOST_KNOWN = 20_000;

function wordHash(word: string): number {
  const known = KNOWN_WORDS.get(word);
  if (known !== undefined) return known;
  const hash = hashOf(formsOf(word).folded);
  if (KNOWN_WORDS.size < MOST_KNOWN) KNOWN_WORDS.set(word, hash);
  return hash;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Spreads the bits of a number over 32 (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
