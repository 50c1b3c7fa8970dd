import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { cellsOf, type DifferenceParagraph } from '../../../contract/domain/difference.ts';
import { api } from '../../api/client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Unanswered, useAnswer } from '../../app/answer.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { useI18n } from '../../i18n/index.ts';
import './version-dialog.css';

function Runs({ runs }: { readonly runs: DifferenceParagraph }): ReactNode {
  const { t } = useI18n();
  return runs.map(({ kind, text }, at) => {
    if (kind === 'same') return <span key={at}>{text} </span>;
    const Tag = kind === 'added' ? 'ins' : 'del';
    return (
      <Tag key={at}>
        <span className="visually-hidden">{kind === 'added' ? t.versions.added : t.versions.removed} </span>
        {text}{' '}
      </Tag>
    );
  });
}

type Block = { readonly runs: DifferenceParagraph } | { readonly rows: readonly (readonly DifferenceParagraph[])[] };

/** Paragraphs, and the rows that stand together as a table. */
function blocksOf(paragraphs: readonly DifferenceParagraph[]): readonly Block[] {
  const blocks: ({ runs: DifferenceParagraph } | { rows: (readonly DifferenceParagraph[])[] })[] = [];
  for (const runs of paragraphs) {
    const cells = cellsOf(runs);
    const last = blocks.at(-1);
    if (cells === null) blocks.push({ runs });
    else if (last !== undefined && 'rows' in last) last.rows.push(cells);
    else blocks.push({ rows: [cells] });
  }
  return blocks;
}

function Table({ rows }: { readonly rows: readonly (readonly DifferenceParagraph[])[] }): ReactNode {
  return (
    <table>
      <tbody>
        {rows.map((cells, row) => <tr key={row}>{cells.map((runs, cell) => <td key={cell}><Runs runs={runs} /></td>)}</tr>)}
      </tbody>
    </table>
  );
}

/** What the source changed: words that went are struck through, words that came are underlined. */
export function VersionDialog({ versionId }: { readonly versionId: number }): ReactNode {
  const { t, format } = useI18n();
  const answer = useAnswer(() => api.articles.compareVersion({ versionId }), String(versionId));
  const compared = answer.value;
  const text = useRef<HTMLDivElement>(null);
  // A long article is opened where it was changed.
  useEffect(() => text.current?.querySelector('ins, del')?.scrollIntoView({ block: 'center' }), [compared]);
  const isSame = compared?.paragraphs.every((runs) => runs.every(({ kind }) => kind === 'same')) === true;
  return (
    <Dialog title={t.versions.changed} closeLabel={t.app.close} onClose={closeDialog} size="large">
      <Unanswered answer={answer} />
      {compared !== null && (
        <>
          <p className="version-when">{t.versions.changedAt(format.whenInside(compared.version.replacedAt))}</p>
          {isSame && <p>{t.versions.same}</p>}
          <div ref={text} className="version-text">
            {blocksOf(compared.paragraphs).map((block, at) => ('rows' in block ? <Table key={at} rows={block.rows} /> : <p key={at}><Runs runs={block.runs} /></p>))}
          </div>
        </>
      )}
    </Dialog>
  );
}
