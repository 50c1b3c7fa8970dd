import type { ReactNode } from 'react';
import { useId, useMemo, useState } from 'react';
import { HIGHLIGHT_COLORS, type HighlightColor, type ListedHighlight } from '../../../contract/domain/highlight.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Unanswered, useAnswer, type Answer } from '../../app/answer.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import { useKeyHint } from '../../app/key-store.ts';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { currentReader } from '../reader/reader-store.ts';
import { filterHighlights } from './highlight-filter.ts';
import { HighlightRows } from './highlight-rows.tsx';
import { exportHighlights, useHighlightState } from './highlight-store.ts';
import './highlights.css';

function useListed(): Answer<readonly ListedHighlight[]> {
  const loaded = useHighlightState((state) => state.highlights);
  const total = useHighlightState((state) => state.total);
  return useAnswer(() => api.highlights.listAll(), JSON.stringify([loaded.map(({ id, color, note }) => [id, color, note]), total]));
}

/** Every highlight of the open article or of the library, by colour and words; each a way to its place. */
export function HighlightsDialog({ scope: first }: { readonly scope: string }): ReactNode {
  const { t } = useI18n();
  const { openId } = currentReader();
  const [scope, setScope] = useState<'article' | 'library'>(openId !== null && first === 'article' ? 'article' : 'library');
  const [color, setColor] = useState<HighlightColor | null>(null);
  const [text, setText] = useState('');
  const id = useId();
  const key = useKeyHint('highlight');
  const answer = useListed();
  const all = answer.value;
  const articleId = scope === 'article' ? openId : null;
  const shown = useMemo(() => filterHighlights(all ?? [], { articleId, color, text }), [all, articleId, color, text]);
  return (
    <Dialog title={t.highlights.title} closeLabel={t.app.close} onClose={closeDialog} size="large" focusesBody={false}>
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
      <Unanswered answer={answer} />
      {all !== null && shown.length === 0 && <p className="highlights-none">{all.length === 0 ? t.highlights.none(key) : t.highlights.noneSuch}</p>}
      <HighlightRows shown={shown} />
      <footer className="highlights-foot">
        {all !== null && <span role="status">{t.highlights.count(shown.length)}</span>}
        {shown.length > 0 && <Button onClick={() => inBackground(exportHighlights(articleId))}>{t.highlights.export}</Button>}
      </footer>
    </Dialog>
  );
}
