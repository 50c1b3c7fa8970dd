import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import { CHANNELS } from '../../contract/ipc/channels.ts';
import type { Channel, RequestOf, ResponseOf } from '../../contract/ipc/contract.ts';
import { requestSchemas } from '../../contract/ipc/schemas.ts';
import type { Result } from '../../contract/domain/result.ts';
import { DocbaoError, fail, ok } from '../../contract/domain/result.ts';
import type { CallRequest, CallResponse, LibraryCall, LibraryChannel, MainChannel } from './worker-rpc.ts';
import { MAIN_CHANNELS } from './worker-rpc.ts';

/** Answers the channels that need Electron itself. */
export type MainHandlers = { readonly [C in MainChannel]: (request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>> };

export interface IpcParts {
  /** Whether a call came from the top frame of one of our windows, showing our own page. */
  isTrusted(event: IpcMainInvokeEvent): boolean;
  readonly mainHandlers: MainHandlers;
  /** The library's worker; never rejects. */
  callLibrary<C extends LibraryCall>(call: C, request: CallRequest<C>): Promise<Result<CallResponse<C>>>;
  /** Told of refused callers and of faults of Docbao itself. */
  logProblem(what: string, channel: Channel, message: string): void;
}

/**
 * The only place that touches `ipcMain`: for every channel of the contract it checks the sender, validates the request,
 * has it carried out and answers in an envelope. No exception crosses.
 */
export function registerIpc(parts: IpcParts): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event, request: unknown) => {
      if (!parts.isTrusted(event)) {
        parts.logProblem('call from a foreign frame refused', channel, event.senderFrame?.url.slice(0, 200) ?? 'no frame');
        return fail(new DocbaoError('bad-request', 'This page may not ask Docbao for anything'));
      }
      const result = await answerCall(parts, channel, request);
      if (!result.ok && result.error.kind === 'internal') parts.logProblem('call failed', channel, result.error.message);
      return result;
    });
  }
}

/** Validates one request and has it carried out. */
export async function answerCall<C extends Channel>(parts: Pick<IpcParts, 'mainHandlers' | 'callLibrary'>, channel: C, request: unknown): Promise<Result<unknown>> {
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

async function carryOut(parts: Pick<IpcParts, 'mainHandlers' | 'callLibrary'>, channel: Channel, request: unknown): Promise<Result<unknown>> {
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
