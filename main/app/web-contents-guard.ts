import type { WebContents } from 'electron';
import type { Log } from './log.ts';
import { isArticleAddress, isStartAddress } from './origins.ts';

/**
 * Keeps a page where it is: no navigation but to the start page (a reload) or, in a frame, to an article's document; no
 * new window; no `<webview>`. A link of an article reaches the system's browser only through `app:openExternal`.
 */
export function guardWebContents(contents: WebContents, log: Log): void {
  const refuse = (event: { preventDefault(): void }, what: string): void => {
    event.preventDefault();
    log.write('warning', `${what} refused`);
  };
  contents.setWindowOpenHandler(() => {
    log.write('warning', 'new window refused');
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isStartAddress(event.url) : isArticleAddress(event.url);
    if (!allowed) refuse(event, 'navigation');
  });
  contents.on('will-redirect', (event) => refuse(event, 'redirect'));
  contents.on('login', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}
