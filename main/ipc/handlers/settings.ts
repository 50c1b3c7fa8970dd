import { getSettings, resumeImages, saveSettings } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type SettingsHandlers = Pick<LibraryHandlers, 'settings:set'>;

export function settingsHandlers(library: Library): SettingsHandlers {
  const { write } = library.store;
  return {
    'settings:set': (change) => {
      saveSettings(write, change);
      if (change.imageQuality !== undefined && change.imageQuality !== 'none') resumeImages(write, Date.now());
      const settings = getSettings(write);
      library.emit('settings:changed', settings);
      return settings;
    },
  };
}
