import type { ReactNode } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { useI18n } from '../i18n/index.ts';
import type { Command } from './commands/command.ts';
import { COMMAND_GROUPS } from './commands.ts';
import { closeDialog } from './dialogs.ts';
import { keyLabel } from './key-label.ts';
import { useWorkingKeys } from './key-store.ts';
import './shortcuts-dialog.css';

/** Keys shown for one command; the others are there for who knows them from elsewhere. */
const SHOWN_KEYS = 2;
const GROUPS = ['reading', 'article', 'view', 'library', 'window'] as const;

function CommandLine({ command, keys }: { readonly command: Command; readonly keys: readonly string[] }): ReactNode {
  const { t } = useI18n();
  if (keys.length === 0) return null;
  return (
    <div className="shortcut">
      <dt>{command.title(t)}</dt>
      <dd>
        {keys.slice(0, SHOWN_KEYS).map((key) => (
          <kbd key={key}>{keyLabel(key)}</kbd>
        ))}
      </dd>
    </div>
  );
}

/** The cheat sheet. */
export function ShortcutsDialog(): ReactNode {
  const { t } = useI18n();
  const keys = useWorkingKeys();
  return (
    <Dialog title={t.shortcuts.title} closeLabel={t.app.close} onClose={closeDialog} size="large">
      <div className="shortcuts">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t.shortcuts[group]}</h3>
            <dl>
              {COMMAND_GROUPS[group].map((command) => (
                <CommandLine key={command.id} command={command} keys={keys.get(command.id) ?? []} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
