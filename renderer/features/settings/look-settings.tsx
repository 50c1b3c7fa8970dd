import type { ReactNode } from 'react';
import type { AccentChoice, LanguageChoice, ListDensity } from '../../../contract/domain/library.ts';
import { Choice } from '../../components/choice.tsx';
import { useI18n } from '../../i18n/index.ts';
import { changeSettings, useSettings } from './settings-store.ts';

const LANGUAGES: readonly LanguageChoice[] = ['system', 'vi', 'en'];
const ACCENTS: readonly AccentChoice[] = ['lacquer', 'indigo', 'moss', 'plum'];
const DENSITIES: readonly ListDensity[] = ['compact', 'comfortable', 'cards', 'magazine'];
/** Each language under its own name, whatever the interface speaks. */
const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

export function LanguageSetting(): ReactNode {
  const { t } = useI18n();
  const { language } = useSettings();
  const nameOf = (choice: LanguageChoice): string => (choice === 'system' ? t.settings.system : LANGUAGE_NAMES[choice]);
  return (
    <Choice label={t.settings.language} hint={t.settings.languageHint} options={LANGUAGES} value={language} nameOf={nameOf}
      onChange={(choice) => changeSettings({ language: choice })} />
  );
}

export function AccentSetting(): ReactNode {
  const { t } = useI18n();
  const { accent } = useSettings();
  return (
    <Choice label={t.settings.accent} hint={t.settings.accentHint} options={ACCENTS} value={accent} nameOf={(option) => t.settings.accents[option]}
      onChange={(choice) => changeSettings({ accent: choice })} />
  );
}

export function DensitySetting(): ReactNode {
  const { t } = useI18n();
  const { listDensity } = useSettings();
  return (
    <Choice label={t.settings.density} hint={t.settings.densityHint} options={DENSITIES} value={listDensity} nameOf={(option) => t.settings.densities[option]}
      onChange={(choice) => changeSettings({ listDensity: choice })} />
  );
}
