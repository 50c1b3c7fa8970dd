import type { ReaderError, Result } from '../../contract/domain/result.ts';
import type { DocbaoApi } from '../../contract/ipc/api.ts';
import { bridge } from './bridge.ts';

/** A request that was answered with an error: `error` holds its kind and facts, from which the interface makes a sentence. */
export class RequestError extends Error {
  readonly error: ReaderError;
  constructor(error: ReaderError) {
    super(error.message);
    this.name = 'RequestError';
    this.error = error;
  }
}

/** The error inside anything that was thrown; what is not ours becomes `internal`. */
export function readerErrorOf(thrown: unknown): ReaderError {
  if (thrown instanceof RequestError) return thrown.error;
  return { kind: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** The value of an envelope; throws `RequestError` where it holds an error. */
async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new RequestError(result.error);
}

type Unwrapped<M> = M extends (...args: infer A) => Promise<Result<infer T>> ? (...args: A) => Promise<T> : never;
type Group = Exclude<keyof DocbaoApi, 'on'>;
type Client = { readonly [G in Group]: { readonly [M in keyof DocbaoApi[G]]: Unwrapped<DocbaoApi[G][M]> } };

type Call = (...args: readonly unknown[]) => Promise<Result<unknown>>;

function wrapGroup(group: object): object {
  const calls = Object.entries(group).map(([name, call]) => {
    const wrapped = (...args: readonly unknown[]): Promise<unknown> => unwrap((call as Call)(...args));
    return [name, wrapped] as const;
  });
  return Object.fromEntries(calls);
}

function buildClient(): Client {
  const { on: _on, ...groups } = bridge;
  const wrapped = Object.entries(groups).map(([name, group]) => [name, wrapGroup(group)] as const);
  // The names and signatures are those of the bridge, of which `Client` is derived.
  return Object.fromEntries(wrapped) as unknown as Client;
}

/** Every request of the contract as a function that resolves to its value or rejects with a `RequestError`. */
export const api: Client = buildClient();

/** Subscriptions to what the main process tells without being asked. */
export const events: DocbaoApi['on'] = bridge.on;
