import { DocbaoError } from '../../contract/domain/result.ts';
import { forbiddenAddress, shownAddress } from './address.ts';

/** The code that the guarded look-up gives an address of the inner network. */
export const FORBIDDEN_CODE = 'DOCBAO_FORBIDDEN_ADDRESS';

const NAME_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL', 'ENODATA', 'ESERVFAIL']);
const NO_ROUTE_CODES = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL']);
const REFUSED_CODES = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EHOSTDOWN', 'EACCES', 'EPERM', 'EINVAL']);
const TIMEOUT_CODES = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);
const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED']);
const TLS_CODES = new Set([
  'EPROTO',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
/** What is wrong with a certificate, in words; other TLS faults keep Node's own. */
const TLS_WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet (is this machine’s clock right?)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an authority this machine does not trust',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is signed by an authority this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority this machine does not know',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'what answers there does not speak TLS',
};

/** The error that says most: of several attempts (IPv4, IPv6) the one that got furthest. */
function mostTelling(thrown: unknown): unknown {
  if (!(thrown instanceof AggregateError)) return thrown;
  const errors: readonly unknown[] = thrown.errors;
  return errors.find((error) => !NO_ROUTE_CODES.has(codeOf(error))) ?? errors[0] ?? thrown;
}

export function codeOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
}

/** Whether the connection broke in a way that a second attempt on a new one may well survive. */
export function isReset(thrown: unknown): boolean {
  return RESET_CODES.has(codeOf(mostTelling(thrown)));
}

function isTlsFault(code: string, error: Error): boolean {
  return (
    TLS_CODES.has(code) ||
    code.startsWith('ERR_TLS_') ||
    code.startsWith('ERR_SSL_') ||
    error.message.includes('before secure TLS connection was established')
  );
}

/** OpenSSL's own short reason where there is one: its messages are a line of addresses and file names. */
function tlsReason(error: Error): string {
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  return reason.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 200);
}

export interface FailureOptions {
  /** Asked only where the fault may be this machine's: whether it has a network. */
  readonly isOnline?: () => boolean;
  /** The host of the proxy that the request went through, where it went through one. */
  readonly proxy?: string | null;
}

type Fault = (kind: DocbaoError['kind'], message: string) => DocbaoError;

/** What is the proxy's fault and not the host's, or null. */
function proxyFault(error: unknown, code: string, proxy: string, host: string, fault: Fault): DocbaoError | null {
  const status = error instanceof Error ? /^Proxy.*\((\d{3})\)/.exec(error.message)?.[1] : undefined;
  if (status !== undefined) return fault('http-status', `The proxy ${proxy} on the way to ${host} refused: HTTP ${status}.`);
  const isOutOfReach = NAME_CODES.has(code) || NO_ROUTE_CODES.has(code) || REFUSED_CODES.has(code) || TIMEOUT_CODES.has(code);
  return isOutOfReach ? fault('host-unreachable', `The proxy ${proxy} on the way to ${host} can’t be reached (${code}).`) : null;
}

/** Turns what Node, undici or zlib threw while `url` was fetched into a `DocbaoError` with a plain sentence. */
export function toFetchError(thrown: unknown, url: URL, { isOnline = () => true, proxy = null }: FailureOptions = {}): DocbaoError {
  if (thrown instanceof DocbaoError) return thrown;
  const error = mostTelling(thrown);
  const code = codeOf(error);
  const { host } = url;
  const facts = { host, url: shownAddress(url) };
  const fault: Fault = (kind, message) => new DocbaoError(kind, message, facts, thrown);
  if (code === FORBIDDEN_CODE) return forbiddenAddress(url);
  const isLocalFault = NAME_CODES.has(code) || NO_ROUTE_CODES.has(code);
  if (isLocalFault && !isOnline()) return fault('offline', `This machine has no network: ${host} could not be asked.`);
  const ofProxy = proxy === null ? null : proxyFault(error, code, proxy, host, fault);
  if (ofProxy !== null) return ofProxy;
  if (NO_ROUTE_CODES.has(code)) return fault('host-unreachable', `There is no way through the network to ${host}.`);
  if (code === 'EAI_AGAIN') return fault('host-unreachable', `The name ${host} could not be looked up: no name server answered.`);
  if (NAME_CODES.has(code)) return fault('host-unreachable', `There is no host named ${host}.`);
  if (REFUSED_CODES.has(code)) return fault('host-unreachable', `Nothing answers at ${host} (${code}).`);
  if (TIMEOUT_CODES.has(code)) return fault('timeout', `${host} could not be connected to in time.`);
  if (!(error instanceof Error)) return fault('internal', `Fetching ${facts.url} failed: ${String(error)}.`);
  if (isTlsFault(code, error)) {
    return fault('tls', `No secure connection to ${host}: ${TLS_WORDS[code] ?? tlsReason(error)}.`);
  }
  return unfinished(error, code, fault, host);
}

function unfinished(error: Error, code: string, fault: Fault, host: string): DocbaoError {
  if (RESET_CODES.has(code) || code === 'UND_ERR_ABORTED') return fault('broken-transfer', `${host} broke the connection off.`);
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return fault('broken-transfer', `${host} sent less or more than it announced.`);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return fault('broken-transfer', `${host} sent more headers than Docbao accepts.`);
  if (error.name === 'HTTPParserError' || code.startsWith('HPE_')) return fault('broken-transfer', `${host} answered with something that is not HTTP.`);
  if (code.startsWith('Z_') || code.startsWith('ERR_') || code.startsWith('ZSTD_')) {
    return fault('broken-transfer', `${host} sent a compressed body that is broken or cut off.`);
  }
  if (code.startsWith('UND_ERR_')) return fault('broken-transfer', `The transfer from ${host} failed: ${error.message}.`);
  return fault('internal', `Fetching from ${host} failed: ${error.message}.`);
}
