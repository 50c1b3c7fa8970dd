import { join } from 'node:path';
import { DocbaoError } from '../../contract/domain/result.ts';

const NAME = /^[0-9a-f]{64}\.(jpg|png|gif|webp|avif|bmp|ico|svg|mp3|m4a|mp4|ogg|webm|pdf|epub)$/;

/** Whether a text is a name that the store gives. Nothing else ever becomes a path. */
export function isAssetName(name: string): boolean {
  return NAME.test(name);
}

/** Where the file of a name is: 256 folders, so that none grows too large to list. */
export function assetPath(folder: string, name: string): string {
  if (!isAssetName(name)) throw new DocbaoError('no-such-item', 'This is not the name of a stored file.', { name: name.slice(0, 100) });
  return join(folder, name.slice(0, 2), name);
}
