import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import type { DocbaoApi } from '../../contract/ipc/api.ts';
import { launchDocbao } from '../../scripts/electron-launch.ts';

declare global {
  interface Window {
    readonly docbao: DocbaoApi;
  }
}

/** How long to wait for something that a start or a sync brings; a busy machine is part of it. */
export const PATIENCE = { timeout: 30_000 } as const;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ReaderOptions {
  /** A library to open again, with what its window remembers; a new one otherwise. */
  readonly library?: string;
  /** The system's language; English unless said. */
  readonly language?: 'vi' | 'en';
  readonly colorScheme?: 'light' | 'dark';
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** An empty folder that is gone at the end of the run. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `docbao-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Asks again and again until it is so. @throws Error that says what was waited for */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE.timeout;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited ${PATIENCE.timeout / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts the real application on a library of its own, in a real window. */
export async function openReader({ library, ...options }: ReaderOptions = {}): Promise<Reader> {
  const libraryFolder = library ?? join(temporaryFolder('reader'), 'library');
  const { app } = await launchDocbao({ libraryFolder, ...options });
  return new Reader(app, await windowWithList(app), libraryFolder);
}

/** Windows with an article alone come back too, perhaps before the one with the list. */
async function windowWithList(app: ElectronApplication): Promise<Page> {
  let found: Page | undefined;
  await until('a list', async () => {
    for (const page of app.windows()) if (await page.getByRole('option').or(page.locator('.state-message')).first().isVisible()) found = page;
    return found !== undefined;
  });
  if (found === undefined) throw new Error('no window shows a list');
  found.setDefaultTimeout(PATIENCE.timeout);
  return found;
}

/** The application, and what a person does with it. Labels are those of the English interface. */
export class Reader {
  readonly #app: ElectronApplication | null;
  readonly page: Page;
  readonly library: string;

  /** @param app null where the application was not started by Playwright: then there is only its window. */
  constructor(app: ElectronApplication | null, page: Page, library: string) {
    this.#app = app;
    this.page = page;
    this.library = library;
  }

  /** The main process. */
  get app(): ElectronApplication {
    if (this.#app === null) throw new Error('this application was not started by Playwright');
    return this.#app;
  }

  get rows(): Locator {
    return this.page.getByRole('option');
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ hasText: title }).first();
  }

  /** Pastes an address, follows the feed that it leads to, and waits until its first sync has ended. */
  async follow(address: string): Promise<void> {
    await this.lookUp(address);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Follow', exact: true }).first().click();
    await dialog.waitFor({ state: 'detached' });
    await this.synced();
  }

  /** Opens the dialog for a new source and asks it what an address leads to. */
  async lookUp(address: string): Promise<void> {
    const close = this.page.getByRole('dialog').getByRole('button', { name: 'Close' });
    if (await close.isVisible()) await close.click();
    await this.page.getByRole('button', { name: 'Add a source' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(address);
    await dialog.getByRole('button', { name: 'Find sources' }).click();
  }

  /** Shows the articles of one subscription. */
  async openFeed(title: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: new RegExp(title) }).first().click();
  }

  /** Starts a sync of all subscriptions. */
  async update(): Promise<void> {
    await this.page.getByRole('button', { name: 'Update', exact: true }).first().click();
  }

  /** Resolves when no sync runs and every feed was synced at least once. */
  async synced(): Promise<void> {
    await until('the sync to end', () =>
      this.page.evaluate(async () => {
        const [progress, list] = await Promise.all([window.docbao.sync.getProgress(), window.docbao.feeds.list()]);
        return progress.ok && list.ok && progress.value?.isRunning !== true && list.value.feeds.every((feed) => feed.lastSyncAt !== null);
      }),
    );
  }

  /** Opens an article from the list and waits until its document is shown; answers its text. */
  async read(title: string | RegExp): Promise<string> {
    await this.row(title).click();
    return this.shown(title);
  }

  /** The text of the article that is shown, once it is the one with this title. */
  async shown(title: string | RegExp): Promise<string> {
    await until(`the article ${String(title)}`, async () => {
      const shown = await this.inArticle((doc) => doc.querySelector('.docbao-title')?.textContent ?? '');
      return typeof title === 'string' ? shown === title : title.test(shown);
    });
    return this.inArticle((doc) => doc.body.innerText);
  }

  /** Looks into the shown article's document from the window: the document itself runs no script. */
  async inArticle<Value>(look: (doc: Document) => Value): Promise<Value> {
    const doc = await this.page.evaluateHandle(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[data-shown="true"]');
      return frame?.contentDocument ?? document.implementation.createHTMLDocument();
    });
    return doc.evaluate(look);
  }

  /** The words that are marked in the shown article under a name (CSS Custom Highlight API). */
  async marked(name: string): Promise<string> {
    const all = await this.inArticle((doc) => [...(doc.defaultView?.CSS.highlights ?? [])].map(([known, ranges]) => [known, [...ranges].map((range) => (range as Range).toString()).join(' ')]));
    return all.find(([known]) => known === name)?.[1] ?? '';
  }

  /** The images of the shown article that were decoded, as addresses, once all of them have been tried. */
  async shownImages(): Promise<string[]> {
    await until('the images', () => this.inArticle((doc) => [...doc.images].every((image) => image.complete)));
    return this.inArticle((doc) => [...doc.images].filter((image) => image.naturalWidth > 0).map((image) => image.src));
  }

  /** Types into the search box and waits for results of that query. */
  async search(query: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Search' }).fill(query);
  }

  /** Ends the application as a person does. */
  async close(): Promise<void> {
    await this.app.close();
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const child = this.app.process();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

export interface CliAnswer<Value> {
  readonly code: number | null;
  readonly value: Value;
  readonly stderr: string;
}

/** Runs one command of the command line with `--json`, in a process of its own. */
export async function runCommand<Value>(library: string, ...words: readonly string[]): Promise<CliAnswer<Value>> {
  const child = spawn(process.execPath, [join(ROOT, 'main/cli/index.ts'), '--library', library, '--json', ...words], { cwd: ROOT });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const text = Buffer.concat(out).toString();
  return { code, value: (text === '' ? null : JSON.parse(text)) as Value, stderr: Buffer.concat(err).toString() };
}
