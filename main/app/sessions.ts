import type { Session } from 'electron';
import type { Log } from './log.ts';
import { isStartAddress, parseAddress } from './origins.ts';

/** All that a page may load: ours, and what it made itself. `devtools:` and `chrome-extension:` never reach a release. */
const ALLOWED_SCHEMES = new Set(['docbao-app:', 'docbao-asset:', 'data:', 'blob:', 'devtools:']);

/** Copying a link: it needs a click, and puts plain text on the clipboard. Nothing else is ever permitted. */
function isPermitted(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && isStartAddress(address);
}

/**
 * Closes a session: no permission, no download, no request to any scheme but ours. The pages' policies say the same;
 * this holds where a policy would fail.
 */
export function lockSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const permitted = details.isMainFrame && isPermitted(permission, details.requestingUrl);
    if (!permitted) log.write('warning', 'permission refused', { permission });
    answer(permitted);
  });
  session.setPermissionCheckHandler((_contents, permission, _origin, details) => {
    return details.isMainFrame && isPermitted(permission, details.requestingUrl ?? '');
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.write('warning', 'download refused');
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.setSpellCheckerEnabled(false);
  // Switched off, it would still fetch the dictionary of its language once.
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = parseAddress(details.url)?.protocol ?? '';
    const cancel = !ALLOWED_SCHEMES.has(scheme);
    if (cancel) log.write('warning', 'request blocked', { scheme, type: details.resourceType });
    answer({ cancel });
  });
}
