import type { ReactNode } from 'react';
import type { Revealed } from '../../../contract/ipc/desktop-contract.ts';
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

interface RevealProps {
  readonly what: Revealed;
  readonly title: string;
  readonly hint: string;
  readonly action: string;
}

/** Something of Docbao's own that the system shows. */
function RevealSetting({ what, title, hint, action }: RevealProps): ReactNode {
  return (
    <section className="setting">
      <h3>{title}</h3>
      <p>{hint}</p>
      <Button className="setting-open" onClick={() => inBackground(api.app.reveal({ what }))}>{action}</Button>
    </section>
  );
}

/** Where Docbao writes down its own faults. */
export function LogSetting(): ReactNode {
  const { settings } = useI18n().t;
  return <RevealSetting what="log" title={settings.log} hint={settings.logHint} action={settings.openLog} />;
}

/** What Docbao ships of others. */
export function LicencesSetting(): ReactNode {
  const { settings } = useI18n().t;
  return <RevealSetting what="notices" title={settings.licences} hint={settings.licencesHint} action={settings.openLicences} />;
}
