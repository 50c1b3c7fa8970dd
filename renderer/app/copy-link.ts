import { currentI18n } from '../i18n/index.ts';
import { notify } from './notices.ts';
import { inBackground } from './report.ts';

/** Puts an address on the clipboard, and says so. */
export function copyLink(url: string): void {
  inBackground(navigator.clipboard.writeText(url).then(() => notify(currentI18n().t.reader.linkCopied)));
}
