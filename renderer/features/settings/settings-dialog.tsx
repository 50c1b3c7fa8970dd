import type { ReactNode } from 'react';
import type { AccentChoice, LanguageChoice, ListDensity } from '../../../contract/domain/library.ts';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { useI18n } from '../../i18n/index.ts';
import { ThemeSetting, TypeSettings } from './reading-settings.tsx';
import { changeSettings, useAppInfo, useSettings } from './settings-store.ts';
import { SyncSettings } from './sync-settings.tsx';
import './settings-dialog.css';

const LANGUAGES: readonly LanguageChoice[] = ['system', 'vi', 'en'];
const ACCENTS: readonly AccentChoice[] = ['lacquer', 'indigo', 'moss', 'plum'];
const DENSITIES: readonly ListDensity[] = ['compact', 'comfortable', 'cards'];
/** Each language under its own name, whatever the interface speaks. */
const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

function LibrarySetting(): ReactNode {
  const { t } = useI18n();
  const info = useAppInfo();
  if (info === null) return null;
  return (
    <section className="setting">
      <h3>{t.settings.library}</h3>
      <p>{t.settings.libraryHint}</p>
      <p className="setting-path">{info.libraryFolder}</p>
      <p className="setting-version">{t.settings.version(info.version)}</p>
    </section>
  );
}

/** What the user can choose; every choice shows at once. */
export function SettingsDialog(): ReactNode {
  const { t } = useI18n();
  const settings = useSettings();
  const languageName = (choice: LanguageChoice): string => (choice === 'system' ? t.settings.system : LANGUAGE_NAMES[choice]);
  return (
    <Dialog title={t.settings.title} closeLabel={t.app.close} onClose={closeDialog}>
      <Choice label={t.settings.language} hint={t.settings.languageHint} options={LANGUAGES} value={settings.language} nameOf={languageName}
        onChange={(language) => changeSettings({ language })} />
      <ThemeSetting />
      <Choice label={t.settings.accent} hint={t.settings.accentHint} options={ACCENTS} value={settings.accent} nameOf={(accent) => t.settings.accents[accent]}
        onChange={(accent) => changeSettings({ accent })} />
      <Choice label={t.settings.density} hint={t.settings.densityHint} options={DENSITIES} value={settings.listDensity}
        nameOf={(density) => t.settings.densities[density]} onChange={(listDensity) => changeSettings({ listDensity })} />
      <TypeSettings />
      <p className="setting-sample" data-font={settings.readingFont}>{t.settings.sample}</p>
      <SyncSettings />
      <LibrarySetting />
    </Dialog>
  );
}
