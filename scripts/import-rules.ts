/** What the files of one folder may import. The table is that of docs/architecture.md. */
export interface FolderRule {
  readonly folder: string;
  /** Other folders of ours; a folder may always import itself. */
  readonly folders: readonly string[];
  /** Whether Node's own modules may be imported. */
  readonly node: boolean;
  /** The folder in a sentence that says why an import is wrong. */
  readonly nature: string;
}

/** A package or a name that few folders may use. */
export interface RestrictedUse {
  readonly names: readonly string[];
  /** Folders, or single files. */
  readonly allowedIn: readonly string[];
  /** What to do instead. */
  readonly advice: string;
}

const CONTRACT = 'contract';
const STEPS = ['main/archive', 'main/fetch', 'main/discover', 'main/parse', 'main/extract', 'main/sanitize', 'main/assets', 'main/opml'];
const LIBRARY = ['main/sync', 'main/store', 'main/search', 'main/exchange'];

function pureStep(folder: string): FolderRule {
  return { folder, folders: [CONTRACT], node: false, nature: 'is a pure step: text in, value out, no network, no disk, no store' };
}

export const FOLDER_RULES: readonly FolderRule[] = [
  { folder: CONTRACT, folders: [], node: false, nature: 'is what every process agrees on: pure TypeScript that imports nothing of ours' },
  { folder: 'preload', folders: [CONTRACT], node: false, nature: 'knows the contract and electron, nothing else' },
  { folder: 'renderer', folders: [CONTRACT], node: false, nature: 'is a page: it knows the contract and reaches the rest through preload' },
  pureStep('main/archive'),
  pureStep('main/discover'),
  pureStep('main/parse'),
  pureStep('main/extract'),
  pureStep('main/sanitize'),
  pureStep('main/opml'),
  { folder: 'main/fetch', folders: [CONTRACT], node: true, nature: 'is the sole user of the network and knows the contract alone' },
  { folder: 'main/assets', folders: [CONTRACT, 'main/fetch'], node: true, nature: 'keeps files and knows the contract and fetch' },
  { folder: 'main/store', folders: [CONTRACT], node: true, nature: 'holds all SQL and knows the contract alone' },
  { folder: 'main/search', folders: [CONTRACT, 'main/store'], node: true, nature: 'reads the store and knows nothing above it' },
  {
    folder: 'main/exchange',
    folders: [CONTRACT, 'main/store', 'main/opml', 'main/sanitize', 'main/assets'],
    node: true,
    nature: 'imports and exports the library and knows the store and the steps that it needs',
  },
  { folder: 'main/sync', folders: [CONTRACT, ...STEPS, 'main/store', 'main/search'], node: true, nature: 'runs the steps in order and knows nothing above them' },
  { folder: 'main/ipc', folders: [CONTRACT, ...LIBRARY], node: true, nature: 'answers the windows from the library and knows no step' },
  { folder: 'main/cli', folders: [CONTRACT, ...LIBRARY], node: true, nature: 'is the library without a window and knows no step' },
  { folder: 'main/app', folders: [CONTRACT, ...STEPS, ...LIBRARY, 'main/ipc', 'main/cli'], node: true, nature: 'wires the folders together' },
];

export const RESTRICTED_MODULES: readonly RestrictedUse[] = [
  { names: ['electron'], allowedIn: ['main/app', 'main/ipc', 'preload'], advice: 'only main/app, main/ipc and preload know Electron, so that the rest runs under plain Node' },
  { names: ['better-sqlite3'], allowedIn: ['main/store'], advice: 'all SQL lives in main/store: ask its index.ts' },
  { names: ['minisearch'], allowedIn: ['main/search'], advice: 'the index lives in main/search: ask its index.ts' },
  {
    names: ['undici', 'http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'].flatMap((name) => [name, `node:${name}`]),
    allowedIn: ['main/fetch'],
    advice: 'main/fetch is the sole user of the network: ask its index.ts',
  },
];

export const RESTRICTED_NAMES: readonly RestrictedUse[] = [
  { names: ['ipcMain'], allowedIn: ['main/ipc/register.ts'], advice: 'add the channel to contract/ipc and its handler to main/ipc/handlers; registerIpc in main/ipc/register.ts checks sender and payload' },
  { names: ['ipcRenderer'], allowedIn: ['preload/index.ts'], advice: 'add the channel to contract/ipc: preload/index.ts makes a method of it' },
];

