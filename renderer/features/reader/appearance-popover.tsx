import { ALargeSmall } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { ThemeSetting, TypeSettings } from '../settings/reading-settings.tsx';
import '../settings/settings-dialog.css';
import './appearance-popover.css';

/** Theme, font, size and line length, beside the text that they change. */
export function AppearancePopover(): ReactNode {
  const { t } = useI18n();
  const id = useId();
  return (
    <>
      <IconButton label={t.reader.appearance} popoverTarget={id} icon={<ALargeSmall size={16} />} />
      <section id={id} className="appearance" popover="auto" aria-label={t.reader.appearance}>
        <h2 className="visually-hidden">{t.reader.appearance}</h2>
        <ThemeSetting />
        <TypeSettings />
      </section>
    </>
  );
}
