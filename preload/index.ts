import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DocbaoApi } from '../contract/ipc/api.ts';
import { groupOf, listenerNameOf, methodOf } from '../contract/ipc/api.ts';
import { CHANNELS, EVENTS } from '../contract/ipc/channels.ts';
import type { Channel, EventName } from '../contract/ipc/contract.ts';

type Call = (request?: unknown) => Promise<unknown>;
type Listen = (listener: (payload: unknown) => void) => () => void;

/** The paths of what was dropped; null where it is not of the disk. Only a real drop or a file field makes such an object. */
function pathsOf(dropped: unknown): readonly string[] | null {
  if (typeof dropped !== 'object' || dropped === null || !('files' in dropped) || !Array.isArray(dropped.files)) return null;
  const paths = dropped.files.map((file: unknown) => (file instanceof File ? webUtils.getPathForFile(file) : ''));
  return paths.includes('') ? null : paths;
}

/** Says of dropped files where they are: the page itself can't name a path. */
async function saveDropped(dropped?: unknown): Promise<unknown> {
  const paths = pathsOf(dropped);
  if (paths === null) return { ok: false, error: { kind: 'file-unreadable', message: 'What was dropped is not a file of this machine' } };
  return callOf('files:saveDropped')({ paths });
}

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

/** What is asked before the window's own code is here. */
const EARLY: readonly Channel[] = ['library:getFirstView', 'app:getInfo'];
const CHANGED: EventName = 'library:changed';

/**
 * Asks before the window's own code is here, which takes longer to come than the answer. That is good for the first call, as long as the
 * library has not changed meanwhile.
 */
function askedEarly(ask: Call): Call {
  // No other page may ask for anything.
  let early = location.pathname === '/index.html' ? ask() : null;
  ipcRenderer.once(CHANGED, () => {
    early = null;
  });
  return async () => {
    const answer = early ?? ask();
    early = null;
    return answer;
  };
}

/** What calls a channel: the page has no say in which. */
function methodFor(channel: Channel): Call {
  if (channel === 'files:saveDropped') return saveDropped;
  return EARLY.includes(channel) ? askedEarly(callOf(channel)) : callOf(channel);
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
    group[methodOf(channel)] = methodFor(channel);
  }
  for (const event of EVENTS) {
    const group = (groups['on'] ??= {});
    group[listenerNameOf(event)] = listenTo(event);
  }
  // The names are built from the same lists that the type is derived from.
  return groups as unknown as DocbaoApi;
}

contextBridge.exposeInMainWorld('docbao', buildApi());
