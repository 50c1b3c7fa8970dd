/** An `http` address made absolute, or null where it is none. */
export function absolute(address: string, base: string): string | null {
  if (address.trim() === '') return null;
  try {
    const url = new URL(address.trim(), base === '' ? undefined : base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** A site's host without what only names its edition. */
export function hostOf(url: string): string | null {
  try {
    const host = new URL(url).hostname.replace(/^(?:www|m|amp)\./, '');
    return host === '' || host.endsWith('.invalid') ? null : host;
  } catch {
    return null;
  }
}
