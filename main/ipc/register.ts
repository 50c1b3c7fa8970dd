import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import { CHANNELS } from '../../contract/ipc/channels.ts';
import type { Channel } from '../../contract/ipc/contract.ts';
import { DocbaoError, fail } from '../../contract/domain/result.ts';
import type { CallParts } from './answer-call.ts';
import { answerCall } from './answer-call.ts';

export interface IpcParts extends CallParts {
  /** Whether a call came from the top frame of one of our windows, showing our own page. */
  isTrusted(event: IpcMainInvokeEvent): boolean;
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
