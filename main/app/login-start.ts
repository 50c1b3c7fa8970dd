import { app } from 'electron';
import { autostartFile, setAutostart } from './autostart.ts';
import type { Log } from './log.ts';

/** Has the system start Docbao at login, without a window, or no more. */
export function setLoginStart(isWanted: boolean, ownArguments: readonly string[], log: Log): void {
  const args = [...ownArguments, '--hidden'];
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: isWanted, args });
  // An AppImage runs from a folder that is gone after it; its own file is what can be started again.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const own = app.isPackaged || process.defaultApp !== true ? [] : [app.getAppPath()];
  if (!setAutostart(autostartFile(), isWanted ? [program, ...own, ...args] : null)) log.write('warning', 'start at login not set');
}
