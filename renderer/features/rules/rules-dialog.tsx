import { ChevronDown, ChevronUp, Pencil, Play, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import type { Rule, RuleAction } from '../../../contract/domain/rule.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Unanswered, useAnswer } from '../../app/answer.tsx';
import { closeDialog } from '../../app/dialogs.ts';
import type { I18n } from '../../i18n/index.ts';
import { useI18n } from '../../i18n/index.ts';
import { RuleForm } from './rule-form.tsx';
import { applyRule, editRule, forgetRules, loadRules, moveRule, removeRule, setEnabled, useRules } from './rules-store.ts';
import './rules-dialog.css';

function wordsOf(actions: readonly RuleAction[], t: I18n['t']): string {
  return actions.map((action) => (action.kind === 'tag' ? t.rules.done.tag(action.tag) : t.rules.done[action.kind])).join(', ');
}

interface RowProps {
  readonly rule: Rule;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function RuleTools({ rule, isFirst, isLast }: RowProps): ReactNode {
  const { t } = useI18n();
  const { id, name } = rule;
  return (
    <div className="rule-tools">
      <IconButton label={t.rules.apply(name)} icon={<Play size={14} />} onClick={() => applyRule(rule)} />
      <IconButton label={t.rules.up(name)} icon={<ChevronUp size={16} />} disabled={isFirst} onClick={() => moveRule(id, -1)} />
      <IconButton label={t.rules.down(name)} icon={<ChevronDown size={16} />} disabled={isLast} onClick={() => moveRule(id, 1)} />
      <IconButton label={t.rules.edit(name)} icon={<Pencil size={14} />} onClick={() => editRule(rule)} />
      <IconButton label={t.rules.remove(name)} icon={<Trash2 size={14} />} onClick={() => removeRule(rule)} />
    </div>
  );
}

function RuleRow(props: RowProps): ReactNode {
  const { t, format } = useI18n();
  const { rule } = props;
  return (
    <li className="rule" data-off={!rule.isEnabled}>
      <label className="rule-on">
        <input type="checkbox" aria-label={t.rules.isOn(rule.name)} checked={rule.isEnabled} onChange={(event) => setEnabled(rule.id, event.target.checked)} />
      </label>
      <div className="rule-words">
        <p className="rule-name">{rule.name}</p>
        <p><span className="rule-query">{rule.query}</span> → {wordsOf(rule.actions, t)}</p>
        <p className="rule-count">{rule.appliedAt === null ? t.rules.neverApplied : t.rules.applied(rule.appliedCount, format.whenInside(rule.appliedAt))}</p>
      </div>
      <RuleTools {...props} />
    </li>
  );
}

function RuleList(): ReactNode {
  const { t } = useI18n();
  const rules = useRules((state) => state.rules);
  const answer = useAnswer(loadRules, '');
  if (rules === null || answer.error !== null) return <Unanswered answer={answer} />;
  return (
    <>
      <p className="rules-intro">{t.rules.intro}</p>
      {rules.length === 0 && <p className="rules-none">{t.rules.none}</p>}
      <ol className="rules">
        {rules.map((rule, at) => <RuleRow key={rule.id} rule={rule} isFirst={at === 0} isLast={at === rules.length - 1} />)}
      </ol>
      <Button kind={rules.length === 0 ? 'primary' : 'plain'} onClick={() => editRule('new')}>{t.rules.add}</Button>
    </>
  );
}

/** What is to be done with new articles: the rules in their order, or one of them being written. */
export function RulesDialog(): ReactNode {
  const { t } = useI18n();
  const editing = useRules((state) => state.editing);
  useEffect(() => forgetRules, []);
  const title = editing === null ? t.rules.title : editing === 'new' ? t.rules.addTitle : t.rules.editTitle;
  return (
    <Dialog title={title} closeLabel={t.app.close} onClose={closeDialog} size="large">
      {editing === null ? <RuleList /> : <RuleForm rule={editing} />}
    </Dialog>
  );
}
