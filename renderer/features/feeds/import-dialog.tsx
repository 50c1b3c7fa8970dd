import type { ChangeEvent, ReactNode } from 'react';
import { useRef } from 'react';
import type { ImportedSubscriptions } from '../../../contract/domain/feed.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { inBackground } from '../../app/report.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import { whySkipped } from './list-text.ts';
import type { ListImport } from './subscription-list.ts';
import { importList, useListImport } from './subscription-list.ts';
import './import-dialog.css';

/** Entries that were left out and are named; the number above says how many there are. */
const MOST_NAMED = 200;

function Skipped({ skipped }: Pick<ImportedSubscriptions, 'skipped'>): ReactNode {
  const { t } = useI18n();
  if (skipped.length === 0) return null;
  return (
    <>
      <p>{t.opml.skipped(skipped.length)}</p>
      <ul className="import-skipped" tabIndex={0} aria-label={t.opml.skipped(skipped.length)}>
        {skipped.slice(0, MOST_NAMED).map(({ url }, index) => (
          // Entries may be equal to the letter.
          <li key={`${index} ${url}`}>
            {url !== '' && <span className="import-address">{url}</span>}
            <span className="import-why">{t.opml.why[whySkipped(url)]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportedSubscriptions }): ReactNode {
  const { t } = useI18n();
  const known = outcome.feeds - outcome.added - outcome.skipped.length;
  return (
    <>
      <p>{t.opml.added(outcome.added)}</p>
      {known > 0 && <p>{t.opml.known(known)}</p>}
      <Skipped skipped={outcome.skipped} />
    </>
  );
}

function State({ now }: { readonly now: ListImport }): ReactNode {
  const { t } = useI18n();
  switch (now.state) {
    case 'idle':
      return null;
    case 'reading':
      return <p>{t.opml.reading(now.name)}</p>;
    case 'done':
      return <Outcome outcome={now.outcome} />;
    case 'failed':
      return <p>{now.error.kind === 'unsupported-type' ? t.opml.noList(now.name) : sentenceOf(now.error, t)}</p>;
  }
}

/** Takes in a subscription list (OPML), and says what came of it, entry by entry where something did not. */
export function ImportDialog(): ReactNode {
  const { t } = useI18n();
  const now = useListImport();
  const input = useRef<HTMLInputElement>(null);
  const onFile = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file !== undefined) inBackground(importList(file));
    event.target.value = '';
  };
  const isDone = now.state === 'done';
  return (
    <Dialog title={t.opml.title} closeLabel={t.app.close} onClose={closeDialog}>
      <div className="dialog-form">
        {now.state === 'idle' && <p>{t.opml.hint}</p>}
        <div className="import-state" role="status"><State now={now} /></div>
        <input ref={input} type="file" accept=".opml,.xml" hidden aria-label={t.opml.choose} onChange={onFile} />
        <div className="dialog-actions">
          <Button kind={isDone ? 'plain' : 'primary'} disabled={now.state === 'reading'} onClick={() => input.current?.click()}>
            {now.state === 'idle' ? t.opml.choose : t.opml.chooseOther}
          </Button>
          {isDone && <Button kind="primary" onClick={closeDialog}>{t.app.close}</Button>}
        </div>
      </div>
    </Dialog>
  );
}
