import type { Rule, RuleDraft, RuleId } from '../../../contract/domain/rule.ts';
import type { UndoId } from '../../../contract/domain/organising.ts';
import { api } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { createStore, useStore } from '../../app/store.ts';
import { currentI18n } from '../../i18n/index.ts';

interface RulesState {
  /** Null until they have been read. */
  readonly rules: readonly Rule[] | null;
  /** Which one is being written: one that is there, a new one, or none. */
  readonly editing: Rule | 'new' | null;
}

const store = createStore<RulesState>({ rules: null, editing: null });

export async function loadRules(): Promise<readonly Rule[]> {
  const rules = await api.rules.list();
  store.set({ rules });
  return rules;
}

export function editRule(rule: Rule | 'new' | null): void {
  store.set({ editing: rule });
}

/** When their dialog closes: the next time they are read anew before any is shown. */
export function forgetRules(): void {
  store.set({ rules: null, editing: null });
}

/** Does something with the rules, and reads them again. */
function change(work: Promise<unknown>): void {
  inBackground(work.finally(() => inBackground(loadRules())));
}

export function saveRule(before: Rule | 'new', draft: RuleDraft): void {
  change(before === 'new' ? api.rules.add({ rule: draft }) : api.rules.change({ id: before.id, change: draft }));
}

export function setEnabled(id: RuleId, isEnabled: boolean): void {
  change(api.rules.change({ id, change: { isEnabled } }));
}

/** Moves a rule up or down by one: what runs first decides what later ones see. */
export function moveRule(id: RuleId, step: 1 | -1): void {
  const ids = (store.get().rules ?? []).map((rule) => rule.id);
  const at = ids.indexOf(id);
  const other = ids[at + step];
  if (other === undefined) return;
  ids[at + step] = id;
  ids[at] = other;
  change(api.rules.arrange({ ids }));
}

function tellDone(text: string, undo: UndoId | null): void {
  const { t } = currentI18n();
  const takeBack = (id: UndoId): void => change(api.library.undo({ undo: id }));
  notify(text, 'quiet', undo === null ? null : { label: t.app.undo, run: () => takeBack(undo) });
}

export function removeRule({ id, name }: Rule): void {
  change(api.rules.remove({ id }).then(({ undo }) => tellDone(currentI18n().t.rules.removed(name), undo)));
}

/** Applies a rule to what is in the library already. */
export function applyRule({ id, name }: Rule): void {
  change(api.rules.apply({ id }).then(({ articles, undo }) => tellDone(currentI18n().t.rules.appliedNow(name, articles), undo)));
}

export function useRules<S>(pick: (state: RulesState) => S): S {
  return useStore(store, pick);
}
