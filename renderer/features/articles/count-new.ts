function areEqual(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** How many of the ids in `fresh` are not among those on screen. */
export function countNew(fresh: Uint32Array, shown: Uint32Array): number {
  // Most changes of the library leave a view as it is: that answer must cost next to nothing.
  if (areEqual(fresh, shown)) return 0;
  const known = new Set(shown);
  let count = 0;
  for (const id of fresh) if (!known.has(id)) count += 1;
  return count;
}
