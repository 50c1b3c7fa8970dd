import { Plus, RotateCcw, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { MenuGroup } from '../../../contract/ipc/contract.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { COMMANDS, COMMAND_GROUPS } from '../../app/commands.ts';
import type { Command } from '../../app/commands/command.ts';
import { keyLabel } from '../../app/key-label.ts';
import type { KeyMap } from '../../app/key-map.ts';
import { isIncomplete, isReserved, keyMapOf, ownerOf, withKey, withUsualKeys, withoutKey } from '../../app/key-map.ts';
import { keyName } from '../../app/key-name.ts';
import { useI18n } from '../../i18n/index.ts';
import { changeSettings, useSettings } from './settings-store.ts';
import './keys-settings.css';

const SWITCH = ['on', 'off'] as const;
const GROUPS = Object.keys(COMMAND_GROUPS) as readonly MenuGroup[];

/** Whether letters by themselves are keys: who speaks to the machine, or types by accident, turns them off. */
export function CharacterKeysSetting(): ReactNode {
  const { t } = useI18n();
  const { characterKeys } = useSettings();
  return (
    <Choice label={t.keys.character} hint={t.keys.characterHint} options={SWITCH} value={characterKeys ? 'on' : 'off'} nameOf={(choice) => t.keys.characters[choice]}
      onChange={(choice) => changeSettings({ characterKeys: choice === 'on' })} />
  );
}

/** A stroke that can't simply be given to a command: it is another one's, or has a meaning everywhere. */
interface Question {
  readonly key: string;
  /** The command that has the key now; null where it can't be given at all. */
  readonly owner: Command | null;
}

interface RowProps {
  readonly command: Command;
  readonly map: KeyMap;
}

function Answer({ question, onTake, onLeave }: { readonly question: Question; readonly onTake: () => void; readonly onLeave: () => void }): ReactNode {
  const { t } = useI18n();
  const { key, owner } = question;
  return (
    <div className="key-question" role="alert">
      <p>{owner === null ? t.keys.reserved(keyLabel(key)) : t.keys.taken(keyLabel(key), owner.title(t))}</p>
      {owner !== null && <Button kind="primary" onClick={onTake}>{t.keys.take}</Button>}
      <Button onClick={onLeave}>{t.app.cancel}</Button>
    </div>
  );
}

function Chips({ command, map }: RowProps): ReactNode {
  const { t } = useI18n();
  const { keys } = useSettings();
  return (map.get(command.id) ?? []).map((key) => (
    <span key={key} className="key-chip">
      <kbd>{keyLabel(key)}</kbd>
      <IconButton label={t.keys.remove(keyLabel(key), command.title(t))} icon={<X size={14} />}
        onClick={() => changeSettings({ keys: withoutKey(map, keys, command.id, key) })} />
    </span>
  ));
}

/** One command: its keys, a button that listens for another one, and a way back to the usual keys. */
function CommandKeys({ command, map }: RowProps): ReactNode {
  const { t } = useI18n();
  const { keys } = useSettings();
  const [isListening, setListening] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const take = (key: string): void => {
    setQuestion(null);
    changeSettings({ keys: withKey(map, keys, command.id, key) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = keyName(event.nativeEvent);
    if (!isListening || key === 'tab' || key === 'shift+tab' || isIncomplete(key)) return;
    event.preventDefault();
    event.stopPropagation();
    setListening(false);
    const owner = ownerOf(map, key);
    if (key === 'escape' || owner === command.id) return;
    if (isReserved(key)) setQuestion({ key, owner: null });
    else if (owner !== null) setQuestion({ key, owner: COMMANDS.find(({ id }) => id === owner) ?? null });
    else take(key);
  };
  return (
    <li className="key-row">
      <span className="key-title">{command.title(t)}</span>
      <span className="key-chips">
        <Chips command={command} map={map} />
        <button type="button" className="key-add" aria-pressed={isListening} aria-label={t.keys.add(command.title(t))} onKeyDown={onKeyDown}
          onClick={() => setListening(true)} onBlur={() => setListening(false)}>
          {isListening ? t.keys.listening : <Plus size={14} aria-hidden="true" />}
        </button>
        {keys[command.id] !== undefined && (
          <IconButton label={t.keys.reset(command.title(t))} icon={<RotateCcw size={14} />} onClick={() => changeSettings({ keys: withUsualKeys(COMMANDS, keys, command.id) })} />
        )}
      </span>
      {question !== null && <Answer question={question} onTake={() => take(question.key)} onLeave={() => setQuestion(null)} />}
    </li>
  );
}

/** The map of keys, to be changed. */
export function KeysSetting(): ReactNode {
  const { t } = useI18n();
  const { keys } = useSettings();
  const map = keyMapOf(COMMANDS, keys);
  return (
    <section className="setting">
      <h3>{t.keys.title}</h3>
      <p>{t.keys.hint}</p>
      {GROUPS.map((group) => (
        <div key={group} className="key-group">
          <h4>{t.shortcuts[group]}</h4>
          <ul>
            {COMMAND_GROUPS[group].map((command) => (
              <CommandKeys key={command.id} command={command} map={map} />
            ))}
          </ul>
        </div>
      ))}
      <Button disabled={Object.keys(keys).length === 0} onClick={() => changeSettings({ keys: {} })}>{t.keys.resetAll}</Button>
    </section>
  );
}
