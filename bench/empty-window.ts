import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxArguments, type AppCommand, type ElectronRuntime } from '../scripts/electron-runtime.ts';

const MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<p>empty</p>'));
app.on('window-all-closed', () => app.quit());
`;

/** The smallest application that this Electron can run, made in `folder`: one window with one word. What Docbao's start is compared with. */
export function emptyWindow(runtime: ElectronRuntime, folder: string): AppCommand {
  if (runtime.kind === 'official') {
    writeApp(folder);
    return { executable: runtime.executable, args: [folder, ...sandboxArguments()] };
  }
  const { dist } = runtime.electron;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (name === 'electron') copyFileSync(join(dist, name), join(folder, name));
    else if (name !== 'resources') symlinkSync(join(dist, name), join(folder, name));
  }
  writeApp(join(folder, 'resources', 'app'));
  return { executable: join(folder, 'electron'), args: sandboxArguments() };
}

function writeApp(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), MAIN);
}
