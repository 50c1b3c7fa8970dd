import type { ReactNode } from 'react';
import { closeDialog } from '../../app/dialogs.ts';
import { Dialog } from '../../components/dialog.tsx';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { useFileImport } from './file-import-store.ts';
import './saving.css';

/** Each file that could not be saved, and why. */
export function SavedFilesDialog(): ReactNode {
  const { t } = useI18n();
  const outcome = useFileImport((state) => state.outcome);
  const title = t.saving.failedFiles(outcome?.failedCount ?? 0);
  return (
    <Dialog title={title} closeLabel={t.app.close} onClose={closeDialog} size="large">
      <ul className="failed-files" tabIndex={0} aria-label={title}>
        {outcome?.failed.map(({ name, error }, index) => (
          // Two folders may hold files of one name.
          <li key={`${index} ${name}`}>
            <span className="failed-name">{name}</span>
            <span className="failed-why">{sentenceOf(error, t)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
