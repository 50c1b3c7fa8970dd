import type { ReactNode } from 'react';
import { PANE_WIDTHS } from '../../app/pane-widths.ts';
import { Choice } from '../../components/choice.tsx';
import { useI18n } from '../../i18n/index.ts';
import { changeSettings, useSettings } from './settings-store.ts';

type Width = 'narrow' | 'medium' | 'wide' | 'own';

const WIDTHS: readonly Width[] = ['narrow', 'medium', 'wide'];

/** Which of the three widths a pane has; `own` where its edge was moved somewhere else. */
function nameOfWidth(width: number | null, { usual, narrow, wide }: { readonly usual: number; readonly narrow: number; readonly wide: number }): Width {
  if (width === null || width === usual) return 'medium';
  if (width === narrow) return 'narrow';
  return width === wide ? 'wide' : 'own';
}

interface PaneChoiceProps {
  readonly pane: keyof typeof PANE_WIDTHS;
  readonly label: string;
  readonly width: number | null;
  readonly onChange: (width: number | null) => void;
}

/** What dragging an edge does, by a press: for hands that do not drag (WCAG 2.2, 2.5.7). */
function PaneChoice({ pane, label, width, onChange }: PaneChoiceProps): ReactNode {
  const { t } = useI18n();
  const { narrow, wide } = PANE_WIDTHS[pane];
  const now = nameOfWidth(width, PANE_WIDTHS[pane]);
  const choose = (option: Width): void => {
    if (option !== 'own') onChange({ narrow, medium: null, wide }[option]);
  };
  return (
    <Choice label={label} hint={t.settings.paneHint} options={now === 'own' ? [...WIDTHS, 'own'] : WIDTHS} value={now} onChange={choose}
      nameOf={(option) => (option === 'own' ? t.settings.ownWidth : t.settings.widths[option])} />
  );
}

export function SidebarWidthSetting(): ReactNode {
  const { t } = useI18n();
  const { sidebarWidth } = useSettings();
  return <PaneChoice pane="sidebar" label={t.sidebar.resize} width={sidebarWidth} onChange={(width) => changeSettings({ sidebarWidth: width })} />;
}

export function ListWidthSetting(): ReactNode {
  const { t } = useI18n();
  const { listWidth } = useSettings();
  return <PaneChoice pane="list" label={t.list.resize} width={listWidth} onChange={(width) => changeSettings({ listWidth: width })} />;
}
