import { z } from 'zod';
import { id, ids as idList } from './organising-schemas.ts';
import type { SearchingContract } from './searching-contract.ts';

const ids = idList(1000);
const query = z.string().trim().min(1).max(2000);
const name = z.string().trim().min(1).max(200);

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tag'), tag: z.string().trim().min(1).max(100) }),
  z.strictObject({ kind: z.enum(['star', 'read', 'archive', 'queue', 'skip']) }),
]);
const actions = z.array(action).min(1).max(20);

/** What the requests of `SearchingContract` must look like. */
export const searchingSchemas = {
  'search:suggest': z.strictObject({ text: z.string().max(2000) }),
  'search:countFacets': z.strictObject({ query: z.string().max(2000) }),
  'searches:list': z.void(),
  'searches:count': z.void(),
  'searches:add': z.strictObject({ name, query }),
  'searches:change': z.strictObject({
    id,
    change: z.strictObject({ name: name.exactOptional(), query: query.exactOptional(), notifies: z.boolean().exactOptional() }),
  }),
  'searches:remove': z.strictObject({ id }),
  'searches:arrange': z.strictObject({ ids }),
  'searches:listRecent': z.void(),
  'searches:remember': z.strictObject({ query }),
  'searches:forgetRecent': z.void(),
  'rules:list': z.void(),
  'rules:add': z.strictObject({ rule: z.strictObject({ name, query, actions, isEnabled: z.boolean() }) }),
  'rules:change': z.strictObject({
    id,
    change: z.strictObject({ name: name.exactOptional(), query: query.exactOptional(), actions: actions.exactOptional(), isEnabled: z.boolean().exactOptional() }),
  }),
  'rules:remove': z.strictObject({ id }),
  'rules:arrange': z.strictObject({ ids }),
  'rules:try': z.strictObject({ query: z.string().max(2000) }),
  'rules:apply': z.strictObject({ id }),
} satisfies { [C in keyof SearchingContract]: z.ZodType<SearchingContract[C]['request'], unknown> };
