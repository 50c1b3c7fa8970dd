const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The folded words that one slip turns into this one: a letter left out, put in, wrong, or two neighbours exchanged. */
export function nearWords(word: string): ReadonlySet<string> {
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    for (const letter of LETTERS) {
      near.add(before + letter + after);
      if (after !== '') near.add(before + letter + after.slice(1));
    }
    if (after !== '') near.add(before + after.slice(1));
    if (after.length > 1) near.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  near.delete(word);
  near.delete('');
  return near;
}
