import { DocbaoError } from '../../contract/domain/result.ts';
import { parseAddress } from './origins.ts';

/** Longer addresses are refused: Windows takes some 2,080 characters, and nobody reads more. */
const MOST_CHARACTERS = 2000;
const MAIL_HEADERS = new Set(['subject', 'body', 'cc', 'bcc']);

/**
 * Checks an address that is about to be handed to the system, and gives it back in canonical form (percent-encoded, so
 * that nothing in it can be read as anything but an address).
 *
 * @throws {DocbaoError} `bad-address` for anything but http, https and mailto, and for addresses that carry a user name,
 * control characters or too much text.
 */
export function checkedExternalUrl(address: string): string {
  const refuse = (why: string): DocbaoError =>
    new DocbaoError('bad-address', `This address is not opened outside Docbao: ${why}`, { address: address.slice(0, 200) });
  if (address.length > MOST_CHARACTERS) throw refuse('it is too long');
  if (holdsControlCharacter(address)) throw refuse('it holds a control character');
  const url = parseAddress(address);
  if (url === null) throw refuse('it is not a whole address');
  if (url.protocol === 'mailto:') return checkedMail(url, refuse);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse('only http, https and mailto are');
  if (url.hostname === '') throw refuse('it names no host');
  if (url.username !== '' || url.password !== '') throw refuse('it carries a user name');
  return url.href;
}

function holdsControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** Keeps the recipient and the headers that a reader may see; `attach` and its kin never pass (RFC 6068, section 7). */
function checkedMail(url: URL, refuse: (why: string) => DocbaoError): string {
  if (!/^[^\s<>"'`|\\&;()]+@[^\s<>"'`|\\&;()]+$/.test(url.pathname)) throw refuse('it names no single recipient');
  const headers = [...url.searchParams].filter(([name]) => MAIL_HEADERS.has(name.toLowerCase()));
  const query = headers.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return `mailto:${url.pathname}${query === '' ? '' : `?${query}`}`;
}
