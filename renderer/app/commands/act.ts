import type { WindowAct } from '../../../contract/ipc/contract.ts';
import { api } from '../../api/client.ts';
import { currentReader } from '../../features/reader/reader-store.ts';
import { inBackground } from '../report.ts';

/** Has the main process do what the page can't. */
export function act(what: WindowAct): void {
  inBackground(api.app.act({ act: what, articleId: currentReader().openId }));
}
