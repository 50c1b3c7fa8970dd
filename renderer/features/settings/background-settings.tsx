import type { ReactNode } from 'react';
import type { BackgroundSettings, NotificationChoice } from '../../../contract/domain/background.ts';
import { Choice } from '../../components/choice.tsx';
import type { Messages } from '../../../contract/words/messages.ts';
import { useI18n } from '../../i18n/index.ts';
import { useFeeds } from '../feeds/feeds-store.ts';
import { changeSettings, useSettings } from './settings-store.ts';
import { QuietTimes } from './quiet-times.tsx';
import './background-settings.css';

const ON_OFF = ['on', 'off'] as const;
const NOTIFICATIONS: readonly NotificationChoice[] = ['off', 'all', 'chosen'];
/** What the hours are at first: from ten in the evening to seven in the morning. */
const USUAL_QUIET = { from: 22 * 60, to: 7 * 60 } as const;

/** The settings that are either so or not. */
type Switch = { [Name in keyof BackgroundSettings]: BackgroundSettings[Name] extends boolean ? Name : never }[keyof BackgroundSettings];

interface SwitchProps {
  readonly name: Switch;
  readonly words: (t: Messages) => { readonly label: string; readonly hint: string; readonly names: Readonly<Record<'on' | 'off', string>> };
}

function SwitchSetting({ name, words }: SwitchProps): ReactNode {
  const { t } = useI18n();
  const settings = useSettings();
  const { label, hint, names } = words(t);
  return (
    <Choice label={label} hint={hint} options={ON_OFF} value={settings[name] ? 'on' : 'off'} nameOf={(choice) => names[choice]}
      onChange={(choice) => changeSettings({ [name]: choice === 'on' })} />
  );
}

/** The sources whose new articles are told of. */
function ChosenFeeds(): ReactNode {
  const { t } = useI18n();
  const { notifiedFeeds } = useSettings();
  const feeds = useFeeds((state) => state.feeds);
  const choose = (feedId: number, isChosen: boolean): void =>
    changeSettings({ notifiedFeeds: isChosen ? [...notifiedFeeds, feedId] : notifiedFeeds.filter((id) => id !== feedId) });
  if (feeds.length === 0) return <p className="chosen-feeds">{t.background.noFeeds}</p>;
  return (
    <ul className="chosen-feeds" aria-label={t.background.chooseFeeds}>
      {feeds.map(({ id, title }) => (
        <li key={id}>
          <label>
            <input type="checkbox" checked={notifiedFeeds.includes(id)} onChange={(event) => choose(id, event.target.checked)} />
            <span>{title}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

export function NotificationsSetting(): ReactNode {
  const { t } = useI18n();
  const { notifications } = useSettings();
  return (
    <>
      <Choice label={t.background.notifications} hint={t.background.notificationsHint} options={NOTIFICATIONS} value={notifications}
        nameOf={(choice) => t.background.notificationChoices[choice]} onChange={(choice) => changeSettings({ notifications: choice })} />
      {notifications === 'chosen' && <ChosenFeeds />}
    </>
  );
}

export function QuietHoursSetting(): ReactNode {
  const { t } = useI18n();
  const { quietHours } = useSettings();
  return (
    <>
      <Choice label={t.background.quiet} hint={t.background.quietHint} options={ON_OFF} value={quietHours === null ? 'off' : 'on'}
        nameOf={(choice) => t.background.quietChoices[choice]} onChange={(choice) => changeSettings({ quietHours: choice === 'on' ? USUAL_QUIET : null })} />
      {quietHours !== null && <QuietTimes hours={quietHours} onChange={(hours) => changeSettings({ quietHours: hours })} />}
    </>
  );
}

export function TraySetting(): ReactNode {
  return <SwitchSetting name="showsTray" words={({ background }) => ({ label: background.tray, hint: background.trayHint, names: background.trays })} />;
}

export function StaySetting(): ReactNode {
  return <SwitchSetting name="staysInBackground" words={({ background }) => ({ label: background.stay, hint: background.stayHint, names: background.stays })} />;
}

export function LoginSetting(): ReactNode {
  return <SwitchSetting name="startsAtLogin" words={({ background }) => ({ label: background.login, hint: background.loginHint, names: background.logins })} />;
}

export function BadgeSetting(): ReactNode {
  return <SwitchSetting name="showsBadge" words={({ background }) => ({ label: background.badge, hint: background.badgeHint, names: background.trays })} />;
}

export function MeteredSetting(): ReactNode {
  return <SwitchSetting name="isMetered" words={({ background }) => ({ label: background.metered, hint: background.meteredHint, names: background.meteredChoices })} />;
}

export function OnMeteredSetting(): ReactNode {
  return <SwitchSetting name="syncsOnMetered" words={({ background }) => ({ label: background.onMetered, hint: background.onMeteredHint, names: background.onOff })} />;
}

export function OnBatterySetting(): ReactNode {
  return <SwitchSetting name="syncsOnBattery" words={({ background }) => ({ label: background.onBattery, hint: background.onBatteryHint, names: background.onOff })} />;
}
