import { listSavedSearches } from '../../store/index.ts';
import type { Command } from '../command.ts';

export const searches: Command = {
  usage: '',
  summary: 'list the saved searches, with what they find now',
  options: {},
  words: [0, 0],
  async run(library, _input, output) {
    await library.indexed();
    const saved = listSavedSearches(library.store.read);
    const counts = await library.search.counts(saved.map(({ query }) => query));
    const rows = saved.map((search, at) => ({ ...search, total: 0, unread: 0, ...counts[at] }));
    output.answer(rows, rows.map(({ id, name, query, total, unread }) => `${id}  ${name}  (${query}): ${total} articles, ${unread} unread`).join('\n'));
  },
};
