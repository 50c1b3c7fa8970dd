import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import type { AccentChoice, ListDensity } from '../../../contract/domain/library.ts';
import type { LanguageChoice } from '../../../contract/words/index.ts';
import { LANGUAGES, wordsIn } from '../../../contract/words/index.ts';
import { Choice } from '../../components/choice.tsx';
import { useI18n } from '../../i18n/index.ts';
import { changeSettings, tryOutSettings, useSettings } from './settings-store.ts';

const LANGUAGE_CHOICES: readonly LanguageChoice[] = ['system', ...LANGUAGES];
const ACCENTS: readonly AccentChoice[] = ['lacquer', 'indigo', 'moss', 'plum', 'own'];
const DENSITIES: readonly ListDensity[] = ['compact', 'comfortable', 'cards', 'magazine'];

export function LanguageSetting(): ReactNode {
  const { t } = useI18n();
  const { language } = useSettings();
  // Each language under its own name, whatever the interface speaks.
  const nameOf = (choice: LanguageChoice): string => (choice === 'system' ? t.settings.system : wordsIn(choice).language.name);
  return (
    <Choice label={t.settings.language} hint={t.settings.languageHint} options={LANGUAGE_CHOICES} value={language} nameOf={nameOf}
      onChange={(choice) => changeSettings({ language: choice })} />
  );
}

export function AccentSetting(): ReactNode {
  const { t } = useI18n();
  const { accent, ownAccent } = useSettings();
  const swatch = (option: AccentChoice): ReactNode => (
    <i className="setting-swatch" data-swatch={option} style={option === 'own' ? { background: ownAccent } : undefined} aria-hidden="true" />
  );
  return (
    <>
      <Choice label={t.settings.accent} hint={t.settings.accentHint} options={ACCENTS} value={accent} nameOf={(option) => t.settings.accents[option]} markOf={swatch}
        onChange={(choice) => changeSettings({ accent: choice })} />
      {accent === 'own' && <OwnAccent />}
    </>
  );
}

/** The user's own colour: seen everywhere while it is being chosen, kept once it is. */
function OwnAccent(): ReactNode {
  const { t } = useI18n();
  const { ownAccent } = useSettings();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { current } = input;
    const keep = (): void => changeSettings({ ownAccent: current?.value ?? ownAccent });
    // React's own `onChange` is the browser's `input`: it comes with every move of the pointer.
    current?.addEventListener('change', keep);
    return () => current?.removeEventListener('change', keep);
  }, [ownAccent]);
  return (
    <div className="setting setting-colour">
      <input ref={input} id={id} type="color" value={ownAccent} aria-describedby={`${id}-hint`} onChange={(event) => tryOutSettings({ ownAccent: event.target.value })} />
      <label htmlFor={id}>{t.settings.ownAccent}</label>
      <p id={`${id}-hint`}>{t.settings.ownAccentHint}</p>
    </div>
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
