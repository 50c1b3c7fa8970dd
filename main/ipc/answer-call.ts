import type { Channel, RequestOf, ResponseOf } from '../../contract/ipc/contract.ts';
import type { Result } from '../../contract/domain/result.ts';
import { fail, ok } from '../../contract/domain/result.ts';
import { validRequest } from './validate.ts';
import type { LibraryChannel, MainChannel } from './worker-rpc.ts';
import { MAIN_CHANNELS } from './worker-rpc.ts';

/** Answers the channels that need Electron itself. */
export type MainHandlers = { readonly [C in MainChannel]: (request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>> };

/** Who carries out what a window asks. */
export interface CallParts {
  readonly mainHandlers: MainHandlers;
  /** The library's worker, which validates what it is sent; never rejects. */
  callLibrary(channel: LibraryChannel, request: unknown): Promise<Result<unknown>>;
}

/**
 * Has one request of a window carried out. What is meant for the library is validated in its thread and not here: a
 * request to mark 200,000 articles takes longer to check than a frame lasts.
 */
export async function answerCall(parts: CallParts, channel: Channel, request: unknown): Promise<Result<unknown>> {
  if (!isMainChannel(channel)) return parts.callLibrary(channel, request);
  try {
    return ok(await carryOut(parts.mainHandlers, channel, request));
  } catch (error) {
    return fail(error);
  }
}

async function carryOut<C extends MainChannel>(handlers: MainHandlers, channel: C, request: unknown): Promise<unknown> {
  return handlers[channel](await validRequest(channel, request));
}

function isMainChannel(channel: Channel): channel is MainChannel {
  return (MAIN_CHANNELS as readonly Channel[]).includes(channel);
}
