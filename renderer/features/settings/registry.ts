import type { ComponentType } from 'react';
import type { Messages } from '../../../contract/words/messages.ts';
import { CharacterKeysSetting, KeysSetting } from './keys-settings.tsx';
import { BadgeSetting, LoginSetting, MeteredSetting, NotificationsSetting, OnBatterySetting, OnMeteredSetting, QuietHoursSetting, StaySetting, TraySetting } from './background-settings.tsx';
import { LicencesSetting, LogSetting, VersionSetting } from './about-settings.tsx';
import { LibrarySetting } from './library-settings.tsx';
import { AccentSetting, DensitySetting, LanguageSetting } from './look-settings.tsx';
import { ListWidthSetting, SidebarWidthSetting } from './pane-settings.tsx';
import { EdgeSetting, FontWithSample, LeadingSetting, SizeSetting, ThemeSetting, WidthSetting } from './reading-settings.tsx';
import { BackgroundSetting, DailyLimitSetting, ImageQualitySetting, MeteredImagesSetting } from './sync-settings.tsx';
import { RememberSearchesSetting, RulesSetting } from './search-settings.tsx';
import { VoiceSetting } from './voice-setting.tsx';

/** The parts of the settings, in order; one without an entry is not shown. */
export const SECTIONS = ['look', 'reading', 'list', 'sync', 'background', 'keys', 'library', 'about'] as const;
export type SettingSection = (typeof SECTIONS)[number];

/** One setting: found by the words of its title and hint, reached from the palette by its title. */
export interface SettingEntry {
  /** Part of an element's id: lower-case letters and hyphens. */
  readonly id: string;
  readonly section: SettingSection;
  readonly title: (t: Messages) => string;
  /** One sentence of plain explanation, shown by the component too. */
  readonly hint: (t: Messages) => string;
  readonly component: ComponentType;
}

/** Every setting, in the order in which it is shown; a line here puts a component in its place. */
export const SETTINGS: readonly SettingEntry[] = [
  { id: 'language', section: 'look', title: (t) => t.settings.language, hint: (t) => t.settings.languageHint, component: LanguageSetting },
  { id: 'theme', section: 'look', title: (t) => t.settings.theme, hint: (t) => t.settings.themeHint, component: ThemeSetting },
  { id: 'accent', section: 'look', title: (t) => t.settings.accent, hint: (t) => t.settings.accentHint, component: AccentSetting },
  { id: 'font', section: 'reading', title: (t) => t.settings.font, hint: (t) => t.settings.fontHint, component: FontWithSample },
  { id: 'size', section: 'reading', title: (t) => t.settings.size, hint: (t) => t.settings.sizeHint, component: SizeSetting },
  { id: 'width', section: 'reading', title: (t) => t.settings.width, hint: (t) => t.settings.widthHint, component: WidthSetting },
  { id: 'leading', section: 'reading', title: (t) => t.settings.leading, hint: (t) => t.settings.leadingHint, component: LeadingSetting },
  { id: 'edge', section: 'reading', title: (t) => t.settings.edge, hint: (t) => t.settings.edgeHint, component: EdgeSetting },
  { id: 'voice', section: 'reading', title: (t) => t.speech.voice, hint: (t) => t.speech.voiceHint, component: VoiceSetting },
  { id: 'density', section: 'list', title: (t) => t.settings.density, hint: (t) => t.settings.densityHint, component: DensitySetting },
  { id: 'sidebar-width', section: 'list', title: (t) => t.sidebar.resize, hint: (t) => t.settings.paneHint, component: SidebarWidthSetting },
  { id: 'list-width', section: 'list', title: (t) => t.list.resize, hint: (t) => t.settings.paneHint, component: ListWidthSetting },
  { id: 'background', section: 'sync', title: (t) => t.settings.background, hint: (t) => t.settings.backgroundHint, component: BackgroundSetting },
  { id: 'daily-limit', section: 'sync', title: (t) => t.settings.dailyLimit, hint: (t) => t.settings.dailyLimitHint, component: DailyLimitSetting },
  { id: 'image-quality', section: 'sync', title: (t) => t.settings.imageQuality, hint: (t) => t.settings.imageQualityHint, component: ImageQualitySetting },
  { id: 'metered-images', section: 'sync', title: (t) => t.settings.meteredImages, hint: (t) => t.settings.meteredImagesHint, component: MeteredImagesSetting },
  { id: 'metered', section: 'sync', title: (t) => t.background.metered, hint: (t) => t.background.meteredHint, component: MeteredSetting },
  { id: 'on-metered', section: 'sync', title: (t) => t.background.onMetered, hint: (t) => t.background.onMeteredHint, component: OnMeteredSetting },
  { id: 'on-battery', section: 'sync', title: (t) => t.background.onBattery, hint: (t) => t.background.onBatteryHint, component: OnBatterySetting },
  { id: 'notifications', section: 'background', title: (t) => t.background.notifications, hint: (t) => t.background.notificationsHint, component: NotificationsSetting },
  { id: 'quiet-hours', section: 'background', title: (t) => t.background.quiet, hint: (t) => t.background.quietHint, component: QuietHoursSetting },
  { id: 'tray', section: 'background', title: (t) => t.background.tray, hint: (t) => t.background.trayHint, component: TraySetting },
  { id: 'stay', section: 'background', title: (t) => t.background.stay, hint: (t) => t.background.stayHint, component: StaySetting },
  { id: 'login', section: 'background', title: (t) => t.background.login, hint: (t) => t.background.loginHint, component: LoginSetting },
  { id: 'badge', section: 'background', title: (t) => t.background.badge, hint: (t) => t.background.badgeHint, component: BadgeSetting },
  { id: 'character-keys', section: 'keys', title: (t) => t.keys.character, hint: (t) => t.keys.characterHint, component: CharacterKeysSetting },
  { id: 'keys', section: 'keys', title: (t) => t.keys.title, hint: (t) => t.keys.hint, component: KeysSetting },
  { id: 'remember-searches', section: 'list', title: (t) => t.search.remember, hint: (t) => t.search.rememberHint, component: RememberSearchesSetting },
  { id: 'rules', section: 'library', title: (t) => t.rules.setting, hint: (t) => t.rules.settingHint, component: RulesSetting },
  { id: 'library', section: 'library', title: (t) => t.settings.library, hint: (t) => t.settings.libraryHint, component: LibrarySetting },
  { id: 'version', section: 'about', title: (t) => t.settings.about, hint: (t) => t.settings.aboutHint, component: VersionSetting },
  { id: 'log', section: 'about', title: (t) => t.settings.log, hint: (t) => t.settings.logHint, component: LogSetting },
  { id: 'licences', section: 'about', title: (t) => t.settings.licences, hint: (t) => t.settings.licencesHint, component: LicencesSetting },
];
