/**
 * Bounds on what one document may make of itself. Lengths are UTF-16 units. They are far above anything seen in live
 * feeds; what is beyond is cut, except where a cut value would be wrong (addresses, ids), which is dropped.
 */
export const LIMITS = {
  entries: 10_000,
  depth: 256,
  /** How far down is gone through beyond `depth` before the reading ends. */
  skippedDepth: 2_000,
  elementsPerEntry: 20_000,
  title: 1_000,
  person: 300,
  plainText: 10_000,
  html: 4_000_000,
  url: 4_096,
  guid: 4_096,
  listItems: 100,
} as const;
