/** Sets of small numbers as bits in a Uint32Array. */
export function isSet(bits: Uint32Array, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

export function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

export function intersect(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) & (other[at] ?? 0);
}

export function unite(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) | (other[at] ?? 0);
}

export function subtract(from: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) & ~(other[at] ?? 0);
}

export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (const word of bits) {
    let rest = word - ((word >>> 1) & 0x55555555);
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

export function countAll(sets: readonly Uint32Array[]): number {
  return sets.reduce((sum, bits) => sum + countBits(bits), 0);
}

/** Calls `visit` for each number of the set, ascending. */
export function eachBit(bits: Uint32Array, visit: (at: number) => void): void {
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      const lowest = rest & -rest;
      visit((word << 5) + (31 - Math.clz32(lowest)));
      rest ^= lowest;
    }
  }
}

/** As `eachBit`, descending. */
export function eachBitDown(bits: Uint32Array, visit: (at: number) => void): void {
  for (let word = bits.length - 1; word >= 0; word -= 1) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      const highest = 31 - Math.clz32(rest);
      visit((word << 5) + highest);
      rest &= ~(1 << highest);
    }
  }
}

/** All numbers below `count`. */
export function allBits(count: number): Uint32Array {
  const bits = new Uint32Array((count + 31) >>> 5).fill(0xffffffff);
  if (count % 32 !== 0) bits[bits.length - 1] = 2 ** (count % 32) - 1;
  return bits;
}
