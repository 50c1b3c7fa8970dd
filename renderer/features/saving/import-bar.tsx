import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { cancelFileImport, useFileImport } from './file-import-store.ts';
import './saving.css';

/** A line at the foot of the window while files are taken in: how far it is, and a way to stop. */
export function ImportBar(): ReactNode {
  const { t } = useI18n();
  const progress = useFileImport((state) => state.progress);
  if (progress === null || progress.found < 2) return null;
  const share = progress.done / progress.found;
  return (
    <div className="import-bar" role="group" aria-label={t.saving.saving(progress.done, progress.found)}>
      <span className="import-bar-line" style={{ transform: `scaleX(${share})` }} aria-hidden="true" />
      <span className="import-bar-text">
        {t.saving.saving(progress.done, progress.found)}
        {progress.current !== null && <span className="import-bar-name" title={progress.current}>{t.saving.current(progress.current)}</span>}
      </span>
      <Button kind="quiet" onClick={cancelFileImport}>{t.saving.stop}</Button>
    </div>
  );
}
