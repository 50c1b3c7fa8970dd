import { app } from 'electron';
import type { Log } from './log.ts';
import { lockSession } from './sessions.ts';
import { guardWebContents } from './web-contents-guard.ts';

/** Locks whatever Electron makes before anything is loaded in it. To be called before the `ready` event. */
export function lockEverything(log: Log): void {
  app.on('session-created', (created) => lockSession(created, log));
  app.on('web-contents-created', (_event, contents) => guardWebContents(contents, log));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
  app.on('child-process-gone', (_event, details) => {
    log.write('warning', 'helper process gone', { type: details.type, reason: details.reason });
  });
}
