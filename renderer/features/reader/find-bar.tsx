import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { ChangeEvent, KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { useI18n } from '../../i18n/index.ts';
import { closeFind, typeFind, useFindRequests, useFindText } from './find-store.ts';
import { setMarking, stepMatch, useReader } from './reader-store.ts';
import './find-bar.css';

/** The field of the find bar; what an input method is still composing is not looked for yet. */
function FindField(): ReactNode {
  const { t } = useI18n();
  const text = useFindText();
  const requests = useFindRequests();
  const [composing, setComposing] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [requests]);
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    if (composing === null) typeFind(event.target.value);
    else setComposing(event.target.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') stepMatch(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') {
      event.stopPropagation();
      closeFind();
    }
  };
  return (
    <input ref={input} type="text" aria-label={t.find.label} placeholder={t.find.placeholder} value={composing ?? text} spellCheck={false}
      autoComplete="off" onChange={onChange} onKeyDown={onKeyDown} onCompositionStart={() => setComposing(text)}
      onCompositionEnd={(event) => {
        setComposing(null);
        typeFind(event.currentTarget.value);
      }} />
  );
}

/** How many places match, and the way between them; with a field when the search is within the article. */
export function FindBar(): ReactNode {
  const { t } = useI18n();
  const marking = useReader((reader) => reader.marking);
  const count = useReader((reader) => reader.matchCount);
  const index = useReader((reader) => reader.matchIndex);
  if (marking === null) return null;
  const isFind = marking.kind === 'find';
  if (!isFind && count === 0) return null;
  const state = count === 0 ? (marking.terms.length === 0 ? '' : t.find.none) : t.find.count(index + 1, count);
  return (
    <div className="find-bar" role="search" aria-label={t.find.label}>
      {isFind && <FindField />}
      <span className="find-count" role="status" title={t.find.marked(count)}>{state}</span>
      <IconButton label={t.find.previous} command="previous-match" icon={<ChevronUp size={16} />} disabled={count === 0} onClick={() => stepMatch(-1)} />
      <IconButton label={t.find.next} command="next-match" icon={<ChevronDown size={16} />} disabled={count === 0} onClick={() => stepMatch(1)} />
      <IconButton label={t.app.close} icon={<X size={16} />} onClick={() => setMarking(null)} />
    </div>
  );
}
