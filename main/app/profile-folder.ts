import { createHash } from 'node:crypto';
import { join } from 'node:path';

/**
 * Where Chromium keeps its own things (caches, the single-instance lock) for a library. Each library has a profile of its
 * own, so that "one window per library" is Chromium's lock; the default library uses the application's folder itself.
 */
export function profileFolder(applicationFolder: string, libraryFolder: string, isDefaultLibrary: boolean): string {
  if (isDefaultLibrary) return applicationFolder;
  const name = createHash('sha256').update(libraryFolder).digest('hex').slice(0, 16);
  return join(applicationFolder, 'profiles', name);
}
