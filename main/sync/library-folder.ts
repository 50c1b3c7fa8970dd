import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the library is unless `--library` says otherwise: with the user's own data, not with settings and not where a
 * domain would carry it from machine to machine (XDG base directories; Apple's and Microsoft's conventions).
 */
export function defaultLibraryFolder(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Docbao', 'library');
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Docbao', 'library');
  const data = environment['XDG_DATA_HOME'];
  return join(data !== undefined && data.startsWith('/') ? data : join(home, '.local', 'share'), 'docbao', 'library');
}
