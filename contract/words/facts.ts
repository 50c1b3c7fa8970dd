/** What an error knows besides its kind: see `ReaderError.facts`. */
export type Facts = Readonly<Record<string, string | number>>;

function textIn(facts: Facts, names: readonly string[]): string | null {
  for (const name of names) {
    const value = facts[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

function hostOf(address: string): string {
  const [, host = ''] = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(?:www\.)?(\[[^\]]*\]|[^/?#:]*)/i.exec(address) ?? [];
  return host === '' ? address : host.toLowerCase();
}

/** What the error is about, as a person would call it: a host, a file's name. */
export function subjectIn(facts: Facts): string | null {
  const named = textIn(facts, ['host', 'name', 'file', 'title']);
  if (named !== null) return named;
  const address = addressIn(facts);
  const host = address === null ? null : hostOf(address);
  // A page from the disk has no host: it is read under an address that nobody has typed (RFC 6761).
  return host?.endsWith('.invalid') === true ? null : host;
}

/** What to do about a failure that passes, after its sentence; nothing where Docbao has planned the next try and says when. */
export function unlessPlanned(facts: Facts, advice: string): string {
  return typeof facts['retryAt'] === 'number' ? '' : ` ${advice}`;
}

/** The address as it was typed or followed. */
export function addressIn(facts: Facts): string | null {
  return textIn(facts, ['address', 'url', 'feedUrl']);
}

/** Words of the user's own, set apart from ours. */
export function quoted(text: string | null): string | null {
  return text === null ? null : `“${text}”`;
}

/** A phrase around a number, or nothing where the error does not know the number. */
export function numberIn(facts: Facts, name: string, phrase: (value: number) => string): string {
  const value = facts[name];
  return typeof value === 'number' && Number.isFinite(value) ? phrase(value) : '';
}
