import { AArrowDown, AArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { ReadingFont, ReadingLeading, ReadingWidth, ThemeChoice } from '../../../contract/domain/library.ts';
import { IconButton } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { useI18n } from '../../i18n/index.ts';
import { changeSettings, useSettings } from './settings-store.ts';
import '../../app/reading-fonts.css';

const THEMES: readonly ThemeChoice[] = ['system', 'paper', 'night', 'sepia', 'black'];
const FONTS: readonly ReadingFont[] = ['literata', 'newsreader', 'source-serif-4', 'noto-serif', 'be-vietnam-pro'];
const WIDTHS: readonly ReadingWidth[] = ['narrow', 'medium', 'wide'];
const LEADINGS: readonly ReadingLeading[] = ['close', 'usual', 'open'];
const EDGES = ['ragged', 'justified'] as const;
/** Pixels. */
const SMALLEST = 14;
const LARGEST = 32;

export function ThemeSetting(): ReactNode {
  const { t } = useI18n();
  const { theme } = useSettings();
  return (
    <Choice label={t.settings.theme} hint={t.settings.themeHint} options={THEMES} value={theme} nameOf={(option) => t.settings.themes[option]}
      onChange={(choice) => changeSettings({ theme: choice })} />
  );
}

function FontSetting(): ReactNode {
  const { t } = useI18n();
  const { readingFont } = useSettings();
  return (
    <Choice label={t.settings.font} hint={t.settings.fontHint} options={FONTS} value={readingFont} nameOf={(font) => t.settings.fonts[font]}
      onChange={(choice) => changeSettings({ readingFont: choice })} />
  );
}

/** The font, and how an article will look in it. */
export function FontWithSample(): ReactNode {
  const { t } = useI18n();
  const { readingFont } = useSettings();
  return (
    <>
      <FontSetting />
      <p className="setting-sample" data-font={readingFont}>{t.settings.sample}</p>
    </>
  );
}

export function WidthSetting(): ReactNode {
  const { t } = useI18n();
  const { readingWidth } = useSettings();
  return (
    <Choice label={t.settings.width} hint={t.settings.widthHint} options={WIDTHS} value={readingWidth} nameOf={(width) => t.settings.widths[width]}
      onChange={(choice) => changeSettings({ readingWidth: choice })} />
  );
}

export function LeadingSetting(): ReactNode {
  const { t } = useI18n();
  const { readingLeading } = useSettings();
  return (
    <Choice label={t.settings.leading} hint={t.settings.leadingHint} options={LEADINGS} value={readingLeading} nameOf={(leading) => t.settings.leadings[leading]}
      onChange={(choice) => changeSettings({ readingLeading: choice })} />
  );
}

export function EdgeSetting(): ReactNode {
  const { t } = useI18n();
  const { isJustified } = useSettings();
  return (
    <Choice label={t.settings.edge} hint={t.settings.edgeHint} options={EDGES} value={isJustified ? 'justified' : 'ragged'} nameOf={(edge) => t.settings.edges[edge]}
      onChange={(choice) => changeSettings({ isJustified: choice === 'justified' })} />
  );
}

export function SizeSetting(): ReactNode {
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

/** How the text of articles is set: its font, its size, the length, distance and edge of its lines. */
export function TypeSettings(): ReactNode {
  return (
    <>
      <FontSetting />
      <SizeSetting />
      <WidthSetting />
      <LeadingSetting />
      <EdgeSetting />
    </>
  );
}
