import { DocbaoError } from '../../contract/domain/result.ts';
import { shownAddress } from './address.ts';
import { retryAfterOf, type AnswerHeaders } from './headers.ts';

function inMinutes(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3_600)} hours`;
}

/** The error that an HTTP status means, or null where the answer is to be used. */
export function statusError(status: number, headers: AnswerHeaders, url: URL, now: number): DocbaoError | null {
  if (status >= 200 && status < 300) return null;
  const { host } = url;
  const shown = shownAddress(url);
  const facts = { host, url: shown, status };
  const retryAfterSeconds = retryAfterOf(headers, now);
  if (status === 429 || (status === 503 && retryAfterSeconds !== null)) {
    const when = retryAfterSeconds === null ? 'later' : `in ${inMinutes(retryAfterSeconds)}`;
    const more = retryAfterSeconds === null ? {} : { retryAfterSeconds };
    return new DocbaoError('busy', `${host} is busy and asks to be asked again ${when} (HTTP ${status}).`, { ...facts, ...more });
  }
  if (status === 401 || status === 403 || status === 451) {
    return new DocbaoError('access-denied', `${host} does not let Docbao read ${shown} (HTTP ${status}).`, facts);
  }
  if (status === 404) return new DocbaoError('not-found', `There is nothing at ${shown} (HTTP 404).`, facts);
  if (status === 410) return new DocbaoError('gone', `${shown} is gone for good (HTTP 410).`, facts);
  if (status === 407) return new DocbaoError('http-status', `The proxy on the way to ${host} asks for a log-in (HTTP 407).`, facts);
  const whose = status >= 500 ? 'has a fault of its own' : 'refused the request';
  return new DocbaoError('http-status', `${host} ${whose}: HTTP ${status} for ${shown}.`, facts);
}
