import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Feed } from '../../contract/domain/feed.ts';
import { goToView } from '../features/feeds/go-to-view.ts';
import { useFeeds } from '../features/feeds/feeds-store.ts';
import { SETTINGS } from '../features/settings/registry.ts';
import type { Messages } from '../../contract/words/messages.ts';
import { useModal } from '../components/use-modal.ts';
import { useI18n } from '../i18n/index.ts';
import { COMMANDS } from './commands.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { keyLabel } from './key-label.ts';
import type { KeyMap } from './key-map.ts';
import { useWorkingKeys } from './key-store.ts';
import { matchingEntries } from './matching-entries.ts';
import './palette.css';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly key: string | null;
  readonly run: () => void;
}

const MOST = 50;

function entriesOf(t: Messages, feeds: readonly Feed[], keys: KeyMap): readonly Entry[] {
  const commands = COMMANDS.filter((command) => command.id !== 'palette').map((command) => ({
    id: command.id,
    title: command.title(t),
    key: keys.get(command.id)?.[0] ?? null,
    run: () => void command.run(),
  }));
  const places = feeds.map((feed) => ({
    id: `feed-${feed.id}`,
    title: t.command.goToFeed(feed.title),
    key: null,
    run: () => goToView({ kind: 'feed', feedId: feed.id }),
  }));
  const settings = SETTINGS.map((setting) => ({
    id: `setting-${setting.id}`,
    title: t.command.goToSetting(setting.title(t)),
    key: null,
    run: () => openDialog('settings', setting.id),
  }));
  return [...commands, ...places, ...settings];
}

/** Every command, every source and every setting by name. */
export function Palette(): ReactNode {
  const { t } = useI18n();
  const feeds = useFeeds((state) => state.feeds);
  const keys = useWorkingKeys();
  const dialog = useModal();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const entries = matchingEntries(entriesOf(t, feeds, keys), text).slice(0, MOST);
  const current = Math.min(at, entries.length - 1);
  useEffect(() => {
    document.getElementById(`command-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    closeDialog();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') run(entries[current]);
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={t.palette.label} onCancel={(event) => { event.preventDefault(); closeDialog(); }}
      onMouseDown={(event) => event.target === dialog.current && closeDialog()}>
      <input type="text" role="combobox" data-first-focus="" aria-expanded="true" aria-controls="palette-list" aria-label={t.palette.label} value={text}
        aria-activedescendant={entries.length === 0 ? undefined : `command-${current}`} placeholder={t.palette.placeholder} spellCheck={false}
        onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={onKeyDown} />
      <div id="palette-list" role="listbox" aria-label={t.palette.label} tabIndex={-1}>
        {entries.map((entry, index) => (
          <div key={entry.id} id={`command-${index}`} role="option" aria-selected={index === current} onClick={() => run(entry)}>
            <span>{entry.title}</span>
            {entry.key !== null && <kbd>{keyLabel(entry.key)}</kbd>}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="palette-none" role="status">{t.palette.none}</p>}
    </dialog>
  );
}
