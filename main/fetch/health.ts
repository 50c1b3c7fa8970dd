import { DocbaoError } from '../../contract/domain/result.ts';
import { shownAddress } from './address.ts';

const SILENT_AFTER = 4;
const SILENCE_MS = 30_000;
const BUSY_MS = 60_000;
const MAX_BUSY_MS = 300_000;

interface Verdict {
  readonly until: number;
  readonly error: DocbaoError;
}

/**
 * What this run has learned of hosts, so that a dead one is not waited for a hundred times: after several requests in a row
 * that nobody answered, and after 429, the next ones fail at once for a while with the same words.
 */
export class HostHealth {
  readonly #silences = new Map<string, number>();
  readonly #verdicts = new Map<string, Verdict>();

  /** @throws DocbaoError the host's last failure, while it still holds. */
  check(url: URL): void {
    const verdict = this.#verdicts.get(url.host);
    if (verdict === undefined) return;
    if (verdict.until <= Date.now()) this.#verdicts.delete(url.host);
    else throw new DocbaoError(verdict.error.kind, verdict.error.message, { ...verdict.error.facts, url: shownAddress(url) });
  }

  answered(url: URL): void {
    this.#silences.delete(url.host);
  }

  failed(url: URL, error: DocbaoError): void {
    if (error.kind === 'busy' && error.facts['status'] === 429) {
      const seconds = error.facts['retryAfterSeconds'];
      const wait = typeof seconds === 'number' ? seconds * 1000 : BUSY_MS;
      this.#verdicts.set(url.host, { until: Date.now() + Math.min(wait, MAX_BUSY_MS), error });
    }
  }

  /** Nobody answered at all: no connection, or no headers in time. */
  wasSilent(url: URL, error: DocbaoError): void {
    const silences = (this.#silences.get(url.host) ?? 0) + 1;
    this.#silences.set(url.host, silences);
    if (silences < SILENT_AFTER) return;
    this.#silences.delete(url.host);
    this.#verdicts.set(url.host, { until: Date.now() + SILENCE_MS, error });
  }
}
