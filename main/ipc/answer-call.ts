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
  /** Those that answer what a window asks first. */
  readonly early: Partial<MainHandlers>;
  /** All that need Electron itself; loaded when they are first asked for. */
  mainHandlers(): MainHandlers | Promise<MainHandlers>;
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
    return ok(await carryOut(parts, channel, request));
  } catch (error) {
    return fail(error);
  }
}

async function carryOut<C extends MainChannel>(parts: CallParts, channel: C, request: unknown): Promise<unknown> {
  const checked = await validRequest(channel, request);
  const handler = parts.early[channel] ?? (await parts.mainHandlers())[channel];
  return handler(checked);
}

function isMainChannel(channel: Channel): channel is MainChannel {
  return (MAIN_CHANNELS as readonly Channel[]).includes(channel);
}
