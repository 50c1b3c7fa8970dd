import type { ReactNode } from 'react';
import type { ImageQuality } from '../../../contract/domain/library.ts';
import { Choice } from '../../components/choice.tsx';
import { useI18n } from '../../i18n/index.ts';
import { changeSettings, useSettings } from './settings-store.ts';

const BACKGROUND = ['on', 'off'] as const;
/** Megabytes a day. */
const LIMITS = [50, 200, 1000] as const;
const MB = 1_000_000;

const QUALITIES: readonly ImageQuality[] = ['best', 'small', 'none'];

/** When sources are asked. */
export function BackgroundSetting(): ReactNode {
  const { t } = useI18n();
  const { syncInBackground } = useSettings();
  return (
    <Choice label={t.settings.background} hint={t.settings.backgroundHint} options={BACKGROUND} value={syncInBackground ? 'on' : 'off'}
      nameOf={(choice) => t.settings.backgrounds[choice]} onChange={(choice) => changeSettings({ syncInBackground: choice === 'on' })} />
  );
}

/** How much a day of syncs may cost. */
export function DailyLimitSetting(): ReactNode {
  const { t, format } = useI18n();
  const { dailyLimitMb } = useSettings();
  const limit = dailyLimitMb === null ? 'none' : String(dailyLimitMb);
  const usual = ['none', ...LIMITS.map(String)];
  return (
    <Choice label={t.settings.dailyLimit} hint={t.settings.dailyLimitHint} options={usual.includes(limit) ? usual : [...usual, limit]} value={limit}
      nameOf={(name) => (name === 'none' ? t.settings.noLimit : format.bytes(Number(name) * MB))}
      onChange={(name) => changeSettings({ dailyLimitMb: name === 'none' ? null : Number(name) })} />
  );
}

/** Which pictures are fetched. */
export function ImageQualitySetting(): ReactNode {
  const { t } = useI18n();
  const { imageQuality } = useSettings();
  return (
    <Choice label={t.settings.imageQuality} hint={t.settings.imageQualityHint} options={QUALITIES} value={imageQuality}
      nameOf={(choice) => t.settings.imageQualities[choice]} onChange={(choice) => changeSettings({ imageQuality: choice })} />
  );
}

/** Whether pictures wait for a network that is not paid by the megabyte. */
export function MeteredImagesSetting(): ReactNode {
  const { t } = useI18n();
  const { imagesOnMetered } = useSettings();
  return (
    <Choice label={t.settings.meteredImages} hint={t.settings.meteredImagesHint} options={BACKGROUND} value={imagesOnMetered ? 'on' : 'off'}
      nameOf={(choice) => t.settings.meteredImagesChoices[choice]} onChange={(choice) => changeSettings({ imagesOnMetered: choice === 'on' })} />
  );
}
