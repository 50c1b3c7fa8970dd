import type { DocbaoApi } from '../../contract/ipc/api.ts';

declare global {
  interface Window {
    readonly docbao: DocbaoApi;
  }
}

/** What preload exposes. This folder is its only caller. */
export const bridge: DocbaoApi = window.docbao;
