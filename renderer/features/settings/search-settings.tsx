import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { forgetRecent } from '../search/suggest-store.ts';
import { changeSettings, useSettings } from './settings-store.ts';

const REMEMBERS = ['on', 'off'] as const;

/** Whether searches are remembered; who turns that off has what was remembered forgotten. */
export function RememberSearchesSetting(): ReactNode {
  const { t } = useI18n();
  const { rememberSearches } = useSettings();
  const choose = (choice: (typeof REMEMBERS)[number]): void => {
    changeSettings({ rememberSearches: choice === 'on' });
    if (choice === 'off') inBackground(forgetRecent());
  };
  return (
    <Choice label={t.search.remember} hint={t.search.rememberHint} options={REMEMBERS} value={rememberSearches ? 'on' : 'off'}
      nameOf={(choice) => t.search.remembers[choice]} onChange={choose} />
  );
}

/** The way to the rules. */
export function RulesSetting(): ReactNode {
  const { t } = useI18n();
  return (
    <section className="setting">
      <h3>{t.rules.setting}</h3>
      <p>{t.rules.settingHint}</p>
      <Button className="setting-open" onClick={() => openDialog('rules')}>{t.rules.open}</Button>
    </section>
  );
}
