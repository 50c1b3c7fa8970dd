import { DIALOG_VIEWS } from './dialogs.ts';
import { LIBRARY_VIEWS } from './library.ts';
import { READING_VIEWS } from './reading.ts';
import type { View } from './stage.ts';

/** Everything that the window can show. */
export const VIEWS: readonly View[] = [...READING_VIEWS, ...LIBRARY_VIEWS, ...DIALOG_VIEWS];
