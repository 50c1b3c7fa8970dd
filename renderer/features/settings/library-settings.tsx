import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';
import { Button } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useAppInfo } from './settings-store.ts';

/** Where everything is kept. */
export function LibrarySetting(): ReactNode {
  const { t } = useI18n();
  const info = useAppInfo();
  return (
    <section className="setting">
      <h3>{t.settings.library}</h3>
      <p>{t.settings.libraryHint}</p>
      <p className="setting-path">{info?.libraryFolder}</p>
      <Button className="setting-open" onClick={() => inBackground(api.app.reveal({ what: 'library' }))}>{t.saving.revealLibrary}</Button>
    </section>
  );
}
