import type { AppInfo, FirstView } from '../../../contract/ipc/contract.ts';
import type { Settings } from '../../../contract/domain/library.ts';
import { DEFAULT_SETTINGS } from '../../../contract/domain/library.ts';
import type { Language } from '../../../contract/words/index.ts';
import { DEFAULT_LANGUAGE } from '../../../contract/words/index.ts';
import { api, events } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { applyTheme } from '../../app/theme.ts';
import { setLanguage } from '../../i18n/index.ts';

interface SettingsState {
  readonly settings: Settings;
  /** The language that the library knows of: what the main process writes is in this one. */
  readonly settled: Language;
  readonly info: AppInfo | null;
}

const store = createStore<SettingsState>({ settings: DEFAULT_SETTINGS, settled: DEFAULT_LANGUAGE, info: null });

function languageOf(settings: Settings): Language {
  return settings.language === 'system' ? (store.get().info?.systemLanguage ?? DEFAULT_LANGUAGE) : settings.language;
}

function apply(settings: Settings): void {
  setLanguage(languageOf(settings));
  applyTheme(settings);
  store.set({ settings });
}

/** Takes what the library answered. */
function settle(settings: Settings): void {
  apply(settings);
  store.set({ settled: languageOf(settings) });
}

/** Takes what the user chose from the first view, and follows what another window changes. Called once, before the first render. */
export async function startSettings(first: Promise<Pick<FirstView, 'settings'>>): Promise<void> {
  events.settingsChanged(settle);
  const [info, { settings }] = await Promise.all([api.app.getInfo(), first]);
  store.set({ info });
  document.documentElement.dataset['platform'] = info.platform;
  settle(settings);
}

/** Shows on screen what settings would do, while the user is still choosing. */
export function tryOutSettings(change: Partial<Settings>): void {
  apply({ ...store.get().settings, ...change });
}

/** Changes settings at once on screen, then in the library. */
export function changeSettings(change: Partial<Settings>): void {
  apply({ ...store.get().settings, ...change });
  inBackground(api.settings.set(change).then((settings) => store.set({ settled: languageOf(settings) })));
}

/** Calls `listener` whenever a setting or the language may have changed. */
export function watchSettings(listener: () => void): void {
  store.subscribe(listener);
}

export function currentSettings(): Settings {
  return store.get().settings;
}

export function useSettings(): Settings {
  return useStore(store, (value) => value.settings);
}

export function useAppInfo(): AppInfo | null {
  return useStore(store, (value) => value.info);
}

/** The language of what the main process writes: article documents. */
export function useSettledLanguage(): Language {
  return useStore(store, (value) => value.settled);
}
