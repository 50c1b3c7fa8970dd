/** How many ids `fresh` has between those of `shown`, where it has all of these in their order; null where it has not. */
function countBetween(fresh: Uint32Array, shown: Uint32Array): number | null {
  let at = 0;
  for (const id of fresh) if (id === shown[at]) at += 1;
  return at === shown.length ? fresh.length - at : null;
}

/** How many of the ids in `fresh` are not among those on screen. */
export function countNew(fresh: Uint32Array, shown: Uint32Array): number {
  // A sync brings new articles between the old ones, many times a second: of a hundred thousand that must cost next to nothing.
  const between = countBetween(fresh, shown);
  if (between !== null) return between;
  const known = new Set(shown);
  let count = 0;
  for (const id of fresh) if (!known.has(id)) count += 1;
  return count;
}
