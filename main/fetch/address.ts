import { BlockList, isIP } from 'node:net';
import { DocbaoError } from '../../contract/domain/result.ts';

/**
 * Special-purpose ranges that no public source has a reason to name (IANA registries, RFC 6890). 198.18.0.0/15 is left out
 * on purpose: VPN programs answer every DNS question with it ("fake IP"), and it is nobody's inner network.
 */
const INNER_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const INNER_IPV6: readonly (readonly [string, number])[] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];
/** Names that are inner by definition (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`) or by long custom. */
const INNER_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

const innerRanges = new BlockList();
for (const [net, prefix] of INNER_IPV4) innerRanges.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of INNER_IPV6) innerRanges.addSubnet(net, prefix, 'ipv6');

/** The eight 16-bit groups of an IPv6 address; `address` must be one. */
function ipv6Groups(address: string): readonly number[] {
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const parse = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const left = parse(head);
  const right = tail === undefined ? [] : parse(tail);
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right];
}

/** The IPv4 address that an IPv6 address stands for (mapped, compatible, NAT64, 6to4), or null. */
function embeddedIpv4(groups: readonly number[]): string | null {
  const dotted = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const startsWith = (...prefix: number[]) => prefix.every((group, index) => groups[index] === group);
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0, 0, 0, 0, 0, 0) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) {
    return dotted(groups[6], groups[7]);
  }
  return groups[0] === 0x2002 ? dotted(groups[1], groups[2]) : null;
}

/** Whether an IP address (any notation Node resolves to) lies on this machine or in an inner network. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 4) return innerRanges.check(bare, 'ipv4');
  if (version === 0) return true;
  if (innerRanges.check(bare, 'ipv6')) return true;
  const inner = embeddedIpv4(ipv6Groups(bare));
  return inner !== null && innerRanges.check(inner, 'ipv4');
}

/** The host of a URL as `isIP` understands it: no brackets, no trailing dot. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/**
 * Whether a source's own address is on this machine or in an inner network, judged by its name or IP alone (no DNS): such a
 * source may be fetched with `allowPrivate`. A public-looking name that resolves to an inner address is not one.
 */
export function isPrivateHost(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const host = bareHost(new URL(url));
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return host !== '' && (INNER_NAME.test(host) || !host.includes('.'));
}

/** Whether a URL names this machine: no politeness is owed, and no proxy is asked. */
export function isLoopback(url: URL): boolean {
  const host = bareHost(url);
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === '::1' || host === 'localhost' || host.endsWith('.localhost');
}

/** An address as messages show it: without user name, password and fragment, cut to a readable length. */
export function shownAddress(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  return plain.href.length > 300 ? `${plain.href.slice(0, 300)}…` : plain.href;
}

/**
 * Reads an address that is to be fetched, and refuses what must not be.
 * @throws DocbaoError `bad-address` unless it is http(s) with a host; `forbidden-address` for an inner one that is not allowed.
 */
export function checkAddress(text: string, options: { readonly base?: URL; readonly allowPrivate: boolean }): URL {
  const base = options.base?.href;
  if (!URL.canParse(text, base)) {
    throw new DocbaoError('bad-address', `“${text.slice(0, 300)}” is not a web address.`, { url: text.slice(0, 300) });
  }
  const url = new URL(text, base);
  const shown = shownAddress(url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const scheme = url.protocol.slice(0, -1);
    throw new DocbaoError('bad-address', `${shown} is not a web address: Docbao fetches http and https, not ${scheme}.`, { url: shown });
  }
  if (!options.allowPrivate && isPrivateHost(url.href)) throw forbiddenAddress(url);
  url.hash = '';
  return url;
}

export function forbiddenAddress(url: URL): DocbaoError {
  const message = `${url.host} is an address of the inner network, and the source that points there is not.`;
  return new DocbaoError('forbidden-address', message, { host: url.host, url: shownAddress(url) });
}
