import { getSettings, resumeImages, saveSettings } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type SettingsHandlers = Pick<LibraryHandlers, 'settings:get' | 'settings:set'>;

export function settingsHandlers(library: Library): SettingsHandlers {
  const { read, write } = library.store;
  return {
    'settings:get': () => getSettings(read),
    'settings:set': (change) => {
      saveSettings(write, change);
      if (change.imageQuality !== undefined && change.imageQuality !== 'none') resumeImages(write, Date.now());
      const settings = getSettings(write);
      library.emit('settings:changed', settings);
      return settings;
    },
  };
}
