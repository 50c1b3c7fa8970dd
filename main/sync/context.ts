import type { IpcEvents } from '../../contract/ipc/contract.ts';
import type { AssetStore } from '../assets/index.ts';
import type { Fetcher } from '../fetch/index.ts';
import type { SearchClient } from '../search/index.ts';
import type { Store } from '../store/index.ts';
import type { ChangeNotifier } from './change-notifier.ts';
import type { SyncConditions } from './conditions.ts';
import type { StepsPool } from './steps-pool.ts';

/** What the library tells whoever opened it. */
export type LibraryEvents = Pick<IpcEvents, 'sync:progress' | 'enclosures:progress' | 'sync:ended' | 'files:progress' | 'library:changed' | 'settings:changed' | 'app:problem' | 'alerts:matched' | 'searches:changed'>;
export type LibraryListener = <Name extends keyof LibraryEvents>(name: Name, event: LibraryEvents[Name]) => void;

/** The parts that the orchestrator puts together. */
export interface LibraryContext {
  readonly folder: string;
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly assets: AssetStore;
  readonly steps: StepsPool;
  readonly search: SearchClient;
  readonly changes: ChangeNotifier;
  /** When Docbao may ask hosts by itself. */
  readonly conditions: SyncConditions;
  readonly emit: LibraryListener;
}
