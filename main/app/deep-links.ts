import { checkedExternalUrl } from './external-links.ts';
import { parseAddress } from './origins.ts';

/** What another program asks of Docbao through a `docbao:` address. */
export interface DeepLink {
  readonly action: 'subscribe' | 'save';
  /** http or https, canonical. */
  readonly url: string;
}

/**
 * Reads `docbao://subscribe?url=<address>` and `docbao://save?url=<address>`; null for anything else. There is one form and no
 * leniency, since every page of every site can open such an address.
 */
export function parseDeepLink(text: string): DeepLink | null {
  const link = parseAddress(text);
  if (link === null || link.protocol !== 'docbao:' || link.username !== '' || link.password !== '' || link.port !== '') return null;
  if ((link.pathname !== '' && link.pathname !== '/') || link.hash !== '') return null;
  const action = link.host;
  if (action !== 'subscribe' && action !== 'save') return null;
  const parameters = [...link.searchParams];
  const [name, value] = parameters[0] ?? [];
  if (parameters.length !== 1 || name !== 'url' || value === undefined || !/^https?:\/\//i.test(value)) return null;
  try {
    return { action, url: checkedExternalUrl(value) };
  } catch {
    return null;
  }
}
