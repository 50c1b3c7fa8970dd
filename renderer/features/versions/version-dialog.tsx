import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { DifferenceParagraph } from '../../../contract/domain/difference.ts';
import type { ReaderError } from '../../../contract/domain/result.ts';
import type { ComparedVersion } from '../../../contract/ipc/reading-contract.ts';
import { api, readerErrorOf } from '../../api/client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { sentenceOf, useI18n } from '../../i18n/index.ts';
import './version-dialog.css';

function Paragraph({ runs }: { readonly runs: DifferenceParagraph }): ReactNode {
  const { t } = useI18n();
  return (
    <p>
      {runs.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text} </span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={at}>
            <span className="visually-hidden">{kind === 'added' ? t.versions.added : t.versions.removed} </span>
            {text}{' '}
          </Tag>
        );
      })}
    </p>
  );
}

/** What the source changed: words that went are struck through, words that came are underlined. */
export function VersionDialog({ versionId }: { readonly versionId: number }): ReactNode {
  const { t, format } = useI18n();
  const [compared, setCompared] = useState<ComparedVersion | null>(null);
  const [error, setError] = useState<ReaderError | null>(null);
  useEffect(() => {
    api.articles.compareVersion({ versionId }).then(setCompared, (thrown: unknown) => setError(readerErrorOf(thrown)));
  }, [versionId]);
  const isSame = compared?.paragraphs.every((runs) => runs.every(({ kind }) => kind === 'same')) === true;
  return (
    <Dialog title={t.versions.changed} closeLabel={t.app.close} onClose={closeDialog} size="large">
      {error !== null && <p role="alert">{sentenceOf(error, t)}</p>}
      {compared !== null && (
        <>
          <p className="version-when">{t.versions.changedAt(format.when(compared.version.replacedAt))}</p>
          {isSame && <p>{t.versions.same}</p>}
          <div className="version-text">
            {compared.paragraphs.map((runs, at) => <Paragraph key={at} runs={runs} />)}
          </div>
        </>
      )}
    </Dialog>
  );
}
