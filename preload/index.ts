import { contextBridge, ipcRenderer } from 'electron';
import type { DocbaoApi } from '../contract/ipc/api.ts';
import { groupOf, listenerNameOf, methodOf } from '../contract/ipc/api.ts';
import { CHANNELS, EVENTS } from '../contract/ipc/channels.ts';
import type { Channel, EventName } from '../contract/ipc/contract.ts';

type Call = (request?: unknown) => Promise<unknown>;
type Listen = (listener: (payload: unknown) => void) => () => void;

/** The channel is fixed here: the page chooses a method, never a name. */
function callOf(channel: Channel): Call {
  return async (request) => {
    try {
      const answer: unknown = await ipcRenderer.invoke(channel, request);
      return answer;
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      return { ok: false, error: { kind: 'internal', message } };
    }
  };
}

/** The page's listener gets the payload alone: the event object would hand it `sender`. */
function listenTo(event: EventName): Listen {
  return (listener) => {
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.removeListener(event, forward);
    };
  };
}

function buildApi(): DocbaoApi {
  const groups: Record<string, Record<string, Call | Listen>> = { on: {} };
  for (const channel of CHANNELS) {
    const group = (groups[groupOf(channel)] ??= {});
    group[methodOf(channel)] = callOf(channel);
  }
  for (const event of EVENTS) {
    const group = (groups['on'] ??= {});
    group[listenerNameOf(event)] = listenTo(event);
  }
  // The names are built from the same lists that the type is derived from.
  return groups as unknown as DocbaoApi;
}

contextBridge.exposeInMainWorld('docbao', buildApi());
