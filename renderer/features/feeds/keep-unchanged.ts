/** The new list with every item that says the same as before replaced by the one from before: what is equal is not drawn again. */
export function keepUnchanged<T extends { readonly id: number }>(fresh: readonly T[], before: readonly T[]): readonly T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  let isSame = fresh.length === before.length;
  const kept = fresh.map((item, index) => {
    const old = known.get(item.id);
    const result = old !== undefined && JSON.stringify(old) === JSON.stringify(item) ? old : item;
    isSame = isSame && result === before[index];
    return result;
  });
  return isSame ? before : kept;
}
