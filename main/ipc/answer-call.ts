import type { Channel, RequestOf, ResponseOf } from '../../contract/ipc/contract.ts';
import { requestSchemas } from '../../contract/ipc/schemas.ts';
import type { Result } from '../../contract/domain/result.ts';
import { DocbaoError, fail, ok } from '../../contract/domain/result.ts';
import type { CallRequest, CallResponse, LibraryCall, LibraryChannel, MainChannel } from './worker-rpc.ts';
import { MAIN_CHANNELS } from './worker-rpc.ts';

/** Answers the channels that need Electron itself. */
export type MainHandlers = { readonly [C in MainChannel]: (request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>> };

/** Who carries out what a window asks. */
export interface CallParts {
  readonly mainHandlers: MainHandlers;
  /** The library's worker; never rejects. */
  callLibrary<C extends LibraryCall>(call: C, request: CallRequest<C>): Promise<Result<CallResponse<C>>>;
}

/** Validates one request and has it carried out. */
export async function answerCall(parts: CallParts, channel: Channel, request: unknown): Promise<Result<unknown>> {
  const parsed = requestSchemas[channel].safeParse(request);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    const why = parsed.error.issues[0]?.message ?? 'it has the wrong form';
    return fail(new DocbaoError('bad-request', `The request ${channel} does not fit: ${where === '' ? why : `${where}: ${why}`}`));
  }
  try {
    return await carryOut(parts, channel, parsed.data);
  } catch (error) {
    return fail(error);
  }
}

async function carryOut(parts: CallParts, channel: Channel, request: unknown): Promise<Result<unknown>> {
  if (isMainChannel(channel)) {
    // Validated above by the schema of this very channel.
    const handle = parts.mainHandlers[channel] as (request: unknown) => unknown;
    return ok(await handle(request));
  }
  return parts.callLibrary(channel, request as CallRequest<LibraryChannel>);
}

function isMainChannel(channel: Channel): channel is MainChannel {
  return (MAIN_CHANNELS as readonly Channel[]).includes(channel);
}
