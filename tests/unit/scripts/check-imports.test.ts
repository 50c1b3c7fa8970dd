import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { checkFile, checkImports } from '../../../scripts/check-imports.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('import rules', () => {
  it('hold in this checkout', () => {
    expect(checkImports(ROOT)).toEqual([]);
  });

  it('name the file, the line, and why', () => {
    const root = mkdtempSync(join(tmpdir(), 'docbao-rules-'));
    folders.push(root);
    const file = join(root, 'main/parse/deep/date.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `// A step.\nimport { openStore } from '../../store/index.ts';\n`);
    expect(checkImports(root)).toEqual([
      'main/parse/deep/date.ts:2: main/parse must not import main/store/index.ts: main/parse is a pure step: text in, value out, no network, no disk, no store',
    ]);
  });

  it.each([
    ['a static import', 'main/store/x.ts', `import { a } from '../sync/index.ts';`],
    ['a type import', 'main/store/x.ts', `import type { A } from '../sync/index.ts';`],
    ['an inline type import', 'main/store/x.ts', `let a: import('../sync/index.ts').A;`],
    ['a dynamic import', 'main/store/x.ts', `await import('../sync/index.ts');`],
    ['a re-export', 'main/store/x.ts', `export { a } from '../sync/index.ts';`],
    ['a re-export of all', 'main/store/x.ts', `export * from '../sync/index.ts';`],
    ['an import for its effect', 'main/store/x.ts', `import '../sync/index.ts';`],
    ['an import assignment', 'main/store/x.ts', `import a = require('../sync/index.ts');`],
    ['a worker file', 'main/store/x.ts', `new Worker(new URL('../sync/worker.ts', import.meta.url));`],
    ['an import worked out at run time', 'main/store/x.ts', 'await import(`../${name}`);'],
    ['the contract importing a client', 'contract/ipc/x.ts', `import '../../main/store/index.ts';`],
    ['Node in the contract', 'contract/domain/x.ts', `import { join } from 'node:path';`],
    ['Node in the contract by its old name', 'contract/domain/x.ts', `import { join } from 'path';`],
    ['disk in a pure step', 'main/extract/x.ts', `import { readFile } from 'node:fs/promises';`],
    ['disk in a pure step, asked of process', 'main/extract/x.ts', `process.getBuiltinModule('fs');`],
    ['Node in the renderer', 'renderer/api/x.ts', `import 'node:fs';`],
    ['main in the renderer', 'renderer/features/reader/x.tsx', `import type { A } from '../../../main/store/index.ts';`],
    ['electron in the renderer', 'renderer/app/x.ts', `import { shell } from 'electron';`],
    ['electron in sync', 'main/sync/x.ts', `import { app } from 'electron/main';`],
    ['SQL outside the store', 'main/search/x.ts', `import Database from 'better-sqlite3';`],
    ['the index outside search', 'main/ipc/x.ts', `import MiniSearch from 'minisearch';`],
    ['the network outside fetch', 'main/assets/x.ts', `import { request } from 'node:https';`],
    ['the network by a package', 'main/sync/x.ts', `import { fetch } from 'undici';`],
    ['an import of the application', 'main/cli/x.ts', `import '../app/index.ts';`],
    ['an import of a test', 'main/app/x.ts', `import '../../tests/servers/news-server.ts';`],
    ['a file of no folder', 'main/elsewhere/x.ts', ''],
    ['a file that is broken', 'main/app/x.ts', 'import {'],
  ])('refuse %s', (_what, path, source) => {
    expect(checkFile(path, source)).toHaveLength(1);
  });

  it.each([
    ['main/sync/x.ts', `import { parseFeed } from '../parse/index.ts'; import { join } from 'node:path'; import pLimit from 'p-limit';`],
    ['main/app/x.ts', `import { app } from 'electron'; import { registerIpc } from '../ipc/register.ts';`],
    ['preload/index.ts', `import { ipcRenderer } from 'electron'; import { CHANNELS } from '../contract/ipc/channels.ts';`],
    ['renderer/features/x.tsx', `import { useState } from 'react'; import './x.css'; import type { A } from '../../contract/domain/article.ts';`],
    ['main/fetch/x.ts', `import { request } from 'undici'; import { connect } from 'node:tls';`],
  ])('allow what %s needs', (path, source) => {
    expect(checkFile(path, source)).toEqual([]);
  });

  it('name the wrapper where somebody uses raw IPC', () => {
    expect(checkFile('main/app/x.ts', `import { ipcMain } from 'electron';`)[0]).toContain('main/ipc/register.ts');
    expect(checkFile('main/app/x.ts', `import * as electron from 'electron';\nelectron.ipcMain.on('a', b);`)[0]).toContain('x.ts:2');
    expect(checkFile('main/app/x.ts', `import { ipcRenderer } from 'electron';`)[0]).toContain('preload/index.ts');
  });
});
