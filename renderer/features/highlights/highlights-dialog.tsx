import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useId, useState } from 'react';
import { HIGHLIGHT_COLORS, type HighlightColor, type ListedHighlight } from '../../../contract/domain/highlight.ts';
import { api } from '../../api/client.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { matchingEntries } from '../../app/matching-entries.ts';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { currentReader } from '../reader/reader-store.ts';
import { exportHighlights, goToHighlight, removeHighlight, useHighlightState } from './highlight-store.ts';
import './highlights.css';

/** Rows that are drawn at first, and more at each press. */
const PAGE = 100;

function useListed(): readonly ListedHighlight[] | null {
  const [all, setAll] = useState<readonly ListedHighlight[] | null>(null);
  const loaded = useHighlightState((state) => state.highlights);
  const total = useHighlightState((state) => state.total);
  useEffect(() => {
    inBackground(api.highlights.listAll().then(setAll));
  }, [loaded, total]);
  return all;
}

/** The highlights whose words, note or article hold what was typed. */
function filtered(all: readonly ListedHighlight[], articleId: number | null, color: HighlightColor | null, text: string): readonly ListedHighlight[] {
  const meant = all.filter((one) => (articleId === null || one.articleId === articleId) && (color === null || one.color === color));
  if (text.trim() === '') return meant;
  const entries = meant.map((one) => ({ one, title: [one.quote, one.note ?? '', one.title].join(' ') }));
  return matchingEntries(entries, text).map(({ one }) => one);
}

function Row({ highlight }: { readonly highlight: ListedHighlight }): ReactNode {
  const { t, format } = useI18n();
  const go = (): void => {
    closeDialog();
    goToHighlight(highlight);
  };
  const from = [highlight.title, highlight.sourceName, format.when(highlight.createdAt)].filter((part) => part !== null).join(' · ');
  return (
    <li className="highlight-item">
      <button type="button" className="highlight-go" data-mark={highlight.color} onClick={go}>
        <span className="highlight-quote">{highlight.quote}</span>
        {highlight.note !== null && <span className="highlight-words">{highlight.note}</span>}
        <span className="highlight-from">{from}</span>
        {highlight.isOrphan && <span className="highlight-from">{t.highlights.orphan}</span>}
      </button>
      <IconButton label={t.highlights.remove} icon={<Trash2 size={16} />} onClick={() => inBackground(removeHighlight(highlight.id))} />
    </li>
  );
}

/** Every highlight of the open article or of the library, by colour and words; each a way to its place. */
export function HighlightsDialog({ scope: first }: { readonly scope: string }): ReactNode {
  const { t } = useI18n();
  const { openId } = currentReader();
  const [scope, setScope] = useState<'article' | 'library'>(openId !== null && first === 'article' ? 'article' : 'library');
  const [color, setColor] = useState<HighlightColor | null>(null);
  const [text, setText] = useState('');
  const [most, setMost] = useState(PAGE);
  const id = useId();
  const all = useListed();
  const articleId = scope === 'article' ? openId : null;
  const shown = filtered(all ?? [], articleId, color, text);
  return (
    <Dialog title={t.highlights.title} closeLabel={t.app.close} onClose={closeDialog} size="large">
      <div className="highlights-filter">
        <TextField id={id} label={t.highlights.filter} value={text} onChange={setText} />
        <div className="highlights-colors" role="group" aria-label={t.highlights.color}>
          {HIGHLIGHT_COLORS.map((option) => (
            <button key={option} type="button" className="highlight-color" data-mark={option} aria-label={t.highlights.colors[option]} title={t.highlights.colors[option]}
              aria-pressed={option === color} onClick={() => setColor(option === color ? null : option)} />
          ))}
        </div>
        {openId !== null && (
          <Button aria-pressed={scope === 'article'} onClick={() => setScope(scope === 'article' ? 'library' : 'article')}>{t.highlights.onlyThis}</Button>
        )}
      </div>
      {all !== null && shown.length === 0 && <p className="highlights-none">{all.length === 0 ? t.highlights.none : t.highlights.noneSuch}</p>}
      <ul className="highlights" aria-label={t.highlights.title}>
        {shown.slice(0, most).map((highlight) => <Row key={highlight.id} highlight={highlight} />)}
      </ul>
      <footer className="highlights-foot">
        <span role="status">{t.highlights.count(shown.length)}</span>
        {shown.length > most && <Button onClick={() => setMost(most + PAGE)}>{t.highlights.more}</Button>}
        {shown.length > 0 && <Button onClick={() => inBackground(exportHighlights(articleId))}>{t.highlights.export}</Button>}
      </footer>
    </Dialog>
  );
}
