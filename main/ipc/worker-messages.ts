import { EVENTS } from '../../contract/ipc/channels.ts';
import type { EventName } from '../../contract/ipc/contract.ts';
import type { ErrorKind, ReaderError, Result } from '../../contract/domain/result.ts';
import { ERROR_KINDS } from '../../contract/domain/result.ts';

/** What the main thread says to the library's thread. */
export type ToWorker = { readonly type: 'call'; readonly id: number; readonly call: string; readonly request: unknown } | { readonly type: 'close' };

/** What the library's thread says to the main thread. */
export type FromWorker =
  | { readonly type: 'opened' }
  | { readonly type: 'not-opened'; readonly error: ReaderError }
  | { readonly type: 'closed' }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly name: EventName; readonly payload: unknown };

type Fields = Readonly<Record<string, unknown>>;

// Read by hand: the first message comes before anything of the schemas is loaded.

function fieldsOf(raw: unknown): Fields | null {
  return typeof raw === 'object' && raw !== null ? (raw as Fields) : null;
}

function isKind(kind: unknown): kind is ErrorKind {
  return (ERROR_KINDS as readonly unknown[]).includes(kind);
}

function isEvent(name: unknown): name is EventName {
  return (EVENTS as readonly unknown[]).includes(name);
}

function isFacts(facts: unknown): facts is NonNullable<ReaderError['facts']> {
  const fields = fieldsOf(facts);
  return fields !== null && Object.values(fields).every((fact) => typeof fact === 'string' || typeof fact === 'number');
}

function readError(raw: unknown): ReaderError | null {
  const { kind, message, facts } = fieldsOf(raw) ?? {};
  if (!isKind(kind) || typeof message !== 'string') return null;
  if (facts === undefined) return { kind, message };
  return isFacts(facts) ? { kind, message, facts } : null;
}

function readResult(raw: unknown): Result<unknown> | null {
  const fields = fieldsOf(raw);
  if (fields?.['ok'] === true) return { ok: true, value: fields['value'] };
  const error = fields?.['ok'] === false ? readError(fields['error']) : null;
  return error === null ? null : { ok: false, error };
}

/** A message to the library's thread; null for anything else. */
export function readToWorker(raw: unknown): ToWorker | null {
  const { type, id, call, request } = fieldsOf(raw) ?? {};
  if (type === 'close') return { type };
  return type === 'call' && Number.isSafeInteger(id) && typeof call === 'string' ? { type, id: Number(id), call, request } : null;
}

/** A message of the library's thread; null for anything else. */
export function readFromWorker(raw: unknown): FromWorker | null {
  const fields = fieldsOf(raw) ?? {};
  const { type, id, name } = fields;
  if (type === 'opened' || type === 'closed') return { type };
  if (type === 'event') return isEvent(name) ? { type, name, payload: fields['payload'] } : null;
  if (type === 'not-opened') {
    const error = readError(fields['error']);
    return error === null ? null : { type, error };
  }
  const result = type === 'answer' && Number.isSafeInteger(id) ? readResult(fields['result']) : null;
  return result === null ? null : { type: 'answer', id: Number(id), result };
}
