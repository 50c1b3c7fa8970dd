import type { SearchingContract } from '../../../contract/ipc/searching-contract.ts';
import { addRule, applyRule, arrangeRules, changeRule, getRule, listRules, removeRule } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { UndoLog } from '../undo-log.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type RuleHandlers = Pick<LibraryHandlers, Extract<keyof SearchingContract, `rules:${string}`>>;

export function ruleHandlers(library: Library, undoLog: UndoLog): RuleHandlers {
  const { read, write } = library.store;
  return {
    'rules:list': () => listRules(read),
    'rules:add': ({ rule }) => addRule(write, rule),
    'rules:change': ({ id, change }) => changeRule(write, id, change),
    'rules:remove': ({ id }) => undoLog.add(removeRule(write, id)),
    'rules:arrange': ({ ids }) => arrangeRules(write, ids),
    'rules:try': async ({ query }) => {
      const { misunderstood = [] } = await library.search.query({ query, limit: 1, offset: 0 });
      return { matching: (await library.search.matchingIds(query)).length, misunderstood };
    },
    'rules:apply': async ({ id }) => {
      const rule = getRule(read, id);
      const ids = [...(await library.search.matchingIds(rule.query))];
      const takeBack = applyRule(write, rule, ids, Date.now());
      library.changes.articles(ids);
      void library.indexed();
      return { articles: ids.length, ...undoLog.add(takeBack) };
    },
  };
}
