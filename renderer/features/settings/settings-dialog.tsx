import type { ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { useI18n } from '../../i18n/index.ts';
import type { Messages } from '../../../contract/words/messages.ts';
import { matchingEntries } from '../../app/matching-entries.ts';
import type { SettingEntry, SettingSection } from './registry.ts';
import { SECTIONS, SETTINGS } from './registry.ts';
import './settings-dialog.css';

/** The settings that words are about: those whose title, hint or section holds them all. */
function found(text: string, t: Messages): readonly SettingEntry[] {
  const named = SETTINGS.map((entry) => ({ entry, title: `${t.settings.sections[entry.section]} ${entry.title(t)} ${entry.hint(t)}` }));
  return matchingEntries(named, text).map(({ entry }) => entry);
}

function Sections({ current, onChoose }: { readonly current: SettingSection | null; readonly onChoose: (section: SettingSection) => void }): ReactNode {
  const { t } = useI18n();
  return (
    <nav className="settings-sections" aria-label={t.settings.title}>
      {SECTIONS.filter((section) => SETTINGS.some((entry) => entry.section === section)).map((section) => (
        <button key={section} type="button" aria-current={section === current ? 'true' : undefined} onClick={() => onChoose(section)}>
          {t.settings.sections[section]}
        </button>
      ))}
    </nav>
  );
}

/** The settings of one section, or those that a search found under the names of theirs. */
function Entries({ entries, isSearch }: { readonly entries: readonly SettingEntry[]; readonly isSearch: boolean }): ReactNode {
  const { t } = useI18n();
  return entries.map(({ id, section, component: Setting }, index) => (
    <div key={id} id={`setting-${id}`} className="settings-entry" tabIndex={-1}>
      {isSearch && entries[index - 1]?.section !== section && <p className="settings-of">{t.settings.sections[section]}</p>}
      <Setting />
    </div>
  ));
}

/** Moves to one setting, for which the settings were opened. */
function useTarget(id: string): void {
  useEffect(() => {
    const target = id === '' ? null : document.getElementById(`setting-${id}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [id]);
}

/** What the user can choose, by section or by search; every choice shows at once. `target` is the setting to begin at. */
export function SettingsDialog({ target }: { readonly target: string }): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [section, setSection] = useState<SettingSection>(SETTINGS.find((entry) => entry.id === target)?.section ?? 'look');
  const isSearch = text.trim() !== '';
  const entries = isSearch ? found(text, t) : SETTINGS.filter((entry) => entry.section === section);
  const choose = (chosen: SettingSection): void => {
    setText('');
    setSection(chosen);
  };
  useTarget(target);
  return (
    <Dialog title={t.settings.title} closeLabel={t.app.close} onClose={closeDialog} size="wide" focusesBody={false}>
      <div className="settings">
        <div className="settings-side">
          <TextField id={id} ref={input} label={t.settings.search} value={text} onChange={setText} />
          <Sections current={isSearch ? null : section} onChoose={choose} />
        </div>
        <div className="settings-body">
          <Entries entries={entries} isSearch={isSearch} />
          <p className={entries.length > 0 ? 'visually-hidden' : 'settings-none'} role="status">{isSearch ? t.settings.found(entries.length) : ''}</p>
        </div>
      </div>
    </Dialog>
  );
}
