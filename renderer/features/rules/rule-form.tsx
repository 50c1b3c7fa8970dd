import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Rule, RuleAction } from '../../../contract/domain/rule.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/check-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { inBackground } from '../../app/report.ts';
import { useI18n } from '../../i18n/index.ts';
import { editRule, saveRule } from './rules-store.ts';

type Kind = RuleAction['kind'];

const KINDS: readonly Exclude<Kind, 'tag'>[] = ['star', 'read', 'archive', 'queue', 'skip'];
const PAUSE_MS = 250;

/** How many articles a query finds now; null while that is not known. */
function useTried(query: string): { readonly matching: number; readonly misunderstood: readonly string[] } | null {
  const [tried, setTried] = useState<{ readonly query: string; readonly matching: number; readonly misunderstood: readonly string[] } | null>(null);
  useEffect(() => {
    if (query === '') return undefined;
    const pause = setTimeout(() => inBackground(api.rules.try({ query }).then((found) => setTried({ query, ...found }))), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [query]);
  return tried?.query === query ? tried : null;
}

/** Under the query: how one is written, and how many articles it finds once there is one. */
function Tried({ query }: { readonly query: string }): ReactNode {
  const { t } = useI18n();
  const tried = useTried(query);
  return (
    <p className="rule-matching" role="status">
      {tried === null && t.rules.queryHint}
      {tried !== null && t.rules.matching(tried.matching)}
      {tried !== null && tried.misunderstood.length > 0 && ` ${t.rules.misunderstood(tried.misunderstood.join(' '))}`}
    </p>
  );
}

interface ActionsProps {
  readonly kinds: ReadonlySet<Kind>;
  readonly tag: string;
  readonly onKind: (kind: Kind, isOn: boolean) => void;
  readonly onTag: (tag: string) => void;
}

function Actions({ kinds, tag, onKind, onTag }: ActionsProps): ReactNode {
  const { t } = useI18n();
  return (
    <fieldset className="rule-actions">
      <legend>{t.rules.actions}</legend>
      <div className="rule-tag">
        <CheckField label={t.rules.action.tag} isOn={kinds.has('tag')} onChange={(isOn) => onKind('tag', isOn)} />
        <input type="text" aria-label={t.rules.tagName} placeholder={t.rules.tagName} value={tag} maxLength={100} spellCheck={false} autoComplete="off"
          onChange={(event) => onTag(event.target.value)} />
      </div>
      {KINDS.map((kind) => <CheckField key={kind} label={t.rules.action[kind]} isOn={kinds.has(kind)} onChange={(isOn) => onKind(kind, isOn)} />)}
    </fieldset>
  );
}

function actionsOf(kinds: ReadonlySet<Kind>, tag: string): readonly RuleAction[] {
  return [...(kinds.has('tag') && tag.trim() !== '' ? [{ kind: 'tag', tag: tag.trim() } as const] : []), ...KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({ kind }))];
}

/** A rule being written: what it is for, tried as it is typed, and what it does. */
export function RuleForm({ rule }: { readonly rule: Rule | 'new' }): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const before = rule === 'new' ? null : rule;
  const [name, setName] = useState(before?.name ?? '');
  const [query, setQuery] = useState(before?.query ?? '');
  const [kinds, setKinds] = useState<ReadonlySet<Kind>>(new Set(before?.actions.map(({ kind }) => kind)));
  const [tag, setTag] = useState(before?.actions.find((action) => action.kind === 'tag')?.tag ?? '');
  const actions = actionsOf(kinds, tag);
  const isReady = query.trim() !== '' && actions.length > 0;
  const onKind = (kind: Kind, isOn: boolean): void => {
    const next = new Set(kinds);
    if (isOn) next.add(kind);
    else next.delete(kind);
    setKinds(next);
  };
  const onTag = (text: string): void => {
    setTag(text);
    onKind('tag', text.trim() !== '');
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    saveRule(rule, { name: name.trim() === '' ? query.trim().slice(0, 200) : name.trim(), query: query.trim(), actions, isEnabled: before?.isEnabled ?? true });
    editRule(null);
  };
  return (
    <form className="dialog-form" onSubmit={onSubmit}>
      <TextField id={`${id}-name`} ref={first} label={t.rules.name} placeholder={t.rules.namePlaceholder} value={name} onChange={setName} />
      <div className="rule-query-field">
        <TextField id={`${id}-query`} label={t.rules.query} placeholder={t.rules.queryPlaceholder} value={query} onChange={setQuery} />
        <Tried query={query.trim()} />
      </div>
      <Actions kinds={kinds} tag={tag} onKind={onKind} onTag={onTag} />
      <div className="dialog-actions">
        <Button onClick={() => editRule(null)}>{t.app.cancel}</Button>
        <Button type="submit" kind="primary" disabled={!isReady}>{t.rules.save}</Button>
      </div>
    </form>
  );
}
