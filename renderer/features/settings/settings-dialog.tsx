import { AArrowDown, AArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { AccentChoice, LanguageChoice, ListDensity, ReadingFont, ReadingWidth, ThemeChoice } from '../../../contract/domain/library.ts';
import { IconButton } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { useI18n } from '../../i18n/index.ts';
import { changeSettings, useAppInfo, useSettings } from './settings-store.ts';
import './settings-dialog.css';

const LANGUAGES: readonly LanguageChoice[] = ['system', 'vi', 'en'];
const THEMES: readonly ThemeChoice[] = ['system', 'paper', 'night', 'sepia', 'black'];
const ACCENTS: readonly AccentChoice[] = ['lacquer', 'indigo', 'moss', 'plum'];
const DENSITIES: readonly ListDensity[] = ['compact', 'comfortable', 'cards'];
const WIDTHS: readonly ReadingWidth[] = ['narrow', 'medium', 'wide'];
const FONTS: readonly ReadingFont[] = ['literata', 'be-vietnam-pro'];
/** Each language under its own name, whatever the interface speaks. */
const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;
/** Pixels. */
const SMALLEST = 14;
const LARGEST = 32;

function SizeSetting(): ReactNode {
  const { t, format } = useI18n();
  const { readingSize } = useSettings();
  const id = useId();
  return (
    <section className="setting">
      <h3 id={id}>{t.settings.size}</h3>
      <p>{t.settings.sizeHint}</p>
      <div className="setting-size" role="group" aria-labelledby={id}>
        <IconButton label={t.settings.smaller} icon={<AArrowDown size={20} />} disabled={readingSize <= SMALLEST}
          onClick={() => changeSettings({ readingSize: readingSize - 1 })} />
        <output>{format.number(readingSize)}</output>
        <IconButton label={t.settings.larger} icon={<AArrowUp size={20} />} disabled={readingSize >= LARGEST}
          onClick={() => changeSettings({ readingSize: readingSize + 1 })} />
      </div>
    </section>
  );
}

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
      <Choice label={t.settings.theme} hint={t.settings.themeHint} options={THEMES} value={settings.theme} nameOf={(theme) => t.settings.themes[theme]}
        onChange={(theme) => changeSettings({ theme })} />
      <Choice label={t.settings.accent} hint={t.settings.accentHint} options={ACCENTS} value={settings.accent} nameOf={(accent) => t.settings.accents[accent]}
        onChange={(accent) => changeSettings({ accent })} />
      <Choice label={t.settings.density} hint={t.settings.densityHint} options={DENSITIES} value={settings.listDensity}
        nameOf={(density) => t.settings.densities[density]} onChange={(listDensity) => changeSettings({ listDensity })} />
      <Choice label={t.settings.font} hint={t.settings.fontHint} options={FONTS} value={settings.readingFont} nameOf={(font) => t.settings.fonts[font]}
        onChange={(readingFont) => changeSettings({ readingFont })} />
      <SizeSetting />
      <Choice label={t.settings.width} hint={t.settings.widthHint} options={WIDTHS} value={settings.readingWidth} nameOf={(width) => t.settings.widths[width]}
        onChange={(readingWidth) => changeSettings({ readingWidth })} />
      <p className="setting-sample" data-font={settings.readingFont}>{t.settings.sample}</p>
      <LibrarySetting />
    </Dialog>
  );
}
