import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { useOnline } from '../../app/online.ts';
import { openClip } from '../saving/clips.ts';
import { chooseFiles } from '../saving/file-import-store.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import type { Discovery } from './add-store.ts';
import { discover, savePage } from './add-store.ts';
import { Candidates } from './candidates.tsx';
import { openListImport } from './subscription-list.ts';
import { SuggestedFeeds } from './suggested-feeds.tsx';
import './add-dialog.css';

/** What an address can fail at as a source and still be a page to save; without a network it is saved later. */
const CAN_SAVE: ReadonlySet<string> = new Set(['no-feed-found', 'not-a-feed', 'offline']);

function Outcome({ discovery, address }: { readonly discovery: Discovery; readonly address: string }): ReactNode {
  const { t } = useI18n();
  const isOnline = useOnline();
  const [isSaving, setSaving] = useState(false);
  const save = (): void => {
    setSaving(true);
    inBackground(savePage(address).then(closeDialog).finally(() => setSaving(false)));
  };
  const canSave = (discovery.state === 'failed' && (CAN_SAVE.has(discovery.error.kind) || !isOnline)) || discovery.state === 'found';
  return (
    <div className="add-outcome" role="status">
      {discovery.state === 'looking' && <p className="add-quiet">{t.add.finding}</p>}
      {discovery.state === 'failed' && <p>{sentenceOf(discovery.error, t)}</p>}
      {discovery.state === 'found' && <Candidates candidates={discovery.candidates} />}
      {canSave && (
        <Button kind="quiet" disabled={isSaving} onClick={save}>
          {isSaving ? t.add.saving : isOnline ? t.add.savePage : t.saving.saveLater}
        </Button>
      )}
    </div>
  );
}

function chooseAfterwards(what: 'files' | 'folder'): void {
  closeDialog();
  inBackground(chooseFiles(what));
}

/** Other ways to begin: text, files, a list from elsewhere, the suggestions. */
function Beginnings(): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <div className="add-ways">
        <Button kind="quiet" onClick={() => openClip()}>{t.saving.paste}</Button>
        <Button kind="quiet" onClick={() => chooseAfterwards('files')}>{t.saving.openFiles}</Button>
        <Button kind="quiet" onClick={() => chooseAfterwards('folder')}>{t.saving.openFolder}</Button>
        <Button kind="quiet" onClick={openListImport}>{t.add.importOpml}</Button>
      </div>
      <SuggestedFeeds />
    </>
  );
}

/** Paste an address; see what it is; follow it. */
export function AddDialog({ text }: { readonly text: string }): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const isOnline = useOnline();
  const [address, setAddress] = useState(text);
  const [asked, setAsked] = useState('');
  const [discovery, setDiscovery] = useState<Discovery>({ state: 'idle' });
  const latest = useRef('');
  const look = (wanted: string): void => {
    if (wanted === '') return;
    latest.current = wanted;
    setAsked(wanted);
    setDiscovery({ state: 'looking' });
    void discover(wanted).then((found) => {
      if (latest.current === wanted) setDiscovery(found);
    });
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    look(address.trim());
  };
  useEffect(() => look(text), [text]);
  return (
    <Dialog title={t.add.title} closeLabel={t.app.close} onClose={closeDialog} size="large" focusesBody={false}>
      <form className="add-form" onSubmit={onSubmit}>
        <TextField id={id} label={t.add.label} placeholder={t.add.placeholder} value={address} onChange={setAddress} />
        <Button type="submit" kind="primary" disabled={address.trim() === '' || discovery.state === 'looking'}>{t.add.find}</Button>
      </form>
      {!isOnline && <p className="add-quiet" role="status">{t.saving.offlineAdd}</p>}
      {discovery.state === 'idle' ? <Beginnings /> : <Outcome discovery={discovery} address={asked} />}
    </Dialog>
  );
}
