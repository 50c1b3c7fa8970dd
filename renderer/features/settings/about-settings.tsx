import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { Button } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { useAppInfo } from './settings-store.ts';

/** Which Docbao this is, and what it runs on, to be copied into a report of a fault. */
export function VersionSetting(): ReactNode {
  const { t } = useI18n();
  const info = useAppInfo();
  if (info === null) return null;
  const copy = (): void => inBackground(navigator.clipboard.writeText(`Docbao ${info.version}, ${info.engines}, ${info.platform}`).then(() => notify(t.settings.versionCopied)));
  return (
    <section className="setting">
      <h3>{t.settings.about}</h3>
      <p>{t.settings.aboutHint}</p>
      <p className="setting-path">{t.settings.version(info.version)}</p>
      <p className="setting-engines">{info.engines}</p>
      <Button className="setting-open" onClick={copy}>{t.settings.copyVersion}</Button>
    </section>
  );
}

/** Where Docbao writes down its own faults. */
export function LogSetting(): ReactNode {
  const { t } = useI18n();
  return (
    <section className="setting">
      <h3>{t.settings.log}</h3>
      <p>{t.settings.logHint}</p>
      <Button className="setting-open" onClick={() => inBackground(api.app.reveal({ what: 'log' }))}>{t.settings.openLog}</Button>
    </section>
  );
}

/** What Docbao ships of others. */
export function LicencesSetting(): ReactNode {
  const { t } = useI18n();
  return (
    <section className="setting">
      <h3>{t.settings.licences}</h3>
      <p>{t.settings.licencesHint}</p>
      <Button className="setting-open" onClick={() => inBackground(api.app.reveal({ what: 'notices' }))}>{t.settings.openLicences}</Button>
    </section>
  );
}
