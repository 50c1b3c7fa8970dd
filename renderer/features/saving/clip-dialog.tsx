import type { ReactNode, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import { MAX_CLIP_CHARACTERS } from '../../../contract/ipc/limits.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useI18n } from '../../i18n/index.ts';
import { currentClip, saveClip } from './clips.ts';
import './saving.css';

/** Shows what was pasted, and saves it as an article. */
export function ClipDialog(): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const [clip, setClip] = useState(currentClip);
  const [isSaving, setSaving] = useState(false);
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSaving(true);
    inBackground(saveClip(clip).then(closeDialog).finally(() => setSaving(false)));
  };
  // Text that was changed by hand is not what its markup says any more.
  const onChange = (text: string): void => setClip({ ...clip, text, html: null });
  const onPaste = (data: DataTransfer): boolean => {
    const html = data.getData('text/html');
    if (clip.text !== '' || html === '') return false;
    setClip({ text: data.getData('text/plain').slice(0, MAX_CLIP_CHARACTERS), html: html.slice(0, MAX_CLIP_CHARACTERS), url: null });
    return true;
  };
  return (
    <Dialog title={t.saving.clipTitle} closeLabel={t.app.close} onClose={closeDialog} size="large" focusesBody={false}>
      <form className="clip-form dialog-form" onSubmit={onSubmit}>
        <div className="text-field">
          <label htmlFor={id}>{t.saving.clipLabel}</label>
          <textarea id={id} value={clip.text} rows={12} spellCheck={false} data-first-focus="" onChange={(event) => onChange(event.target.value)}
            onPaste={(event) => {
              if (onPaste(event.clipboardData)) event.preventDefault();
            }} />
          <p className="clip-hint">{clip.html === null ? t.saving.clipHint : t.saving.clipRich}</p>
        </div>
        <div className="dialog-actions">
          <Button type="submit" kind="primary" disabled={isSaving || clip.text.trim() === ''}>{t.saving.clipSave}</Button>
        </div>
      </form>
    </Dialog>
  );
}
