/** The scheme and host of everything that a window shows, and of what is kept for it. */
export const UI_ORIGIN = 'docbao-app://ui';
export const UI_START = `${UI_ORIGIN}/index.html`;
export const ASSET_ORIGIN = 'docbao-asset://library';

/** The address taken apart, or null; `URL.parse` is not in the Node of Electron 33. */
export function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** Whether an address is one of the window's own; custom schemes have the opaque origin `null` outside Chromium. */
export function isUiAddress(address: string): boolean {
  const url = parseAddress(address);
  return url !== null && url.protocol === 'docbao-app:' && url.host === 'ui' && url.username === '' && url.password === '';
}

/** The address of an article's document. */
export function articleAddress(id: number): string {
  return `${UI_ORIGIN}/article/${id}`;
}

/** Whether an address is an article's document: the only thing that may be shown in a frame. */
export function isArticleAddress(address: string): boolean {
  return isUiAddress(address) && /^\/article\/[1-9]\d{0,14}$/.test(new URL(address).pathname);
}

/** Whether an address is the window's start page (whatever its query), the only thing a window itself may show. */
export function isStartAddress(address: string): boolean {
  return isUiAddress(address) && new URL(address).pathname === '/index.html';
}
