import { z } from 'zod';
import { TAG_COLORS } from '../domain/organising.ts';
import type { OrganisingContract } from './organising-contract.ts';

/** The id of anything. */
export const id = z.int().positive();
export const ids = (most: number) => z.array(id).max(most);

export const listOrder = z.strictObject({ sort: z.enum(['newest', 'oldest', 'longest']), unreadFirst: z.boolean() });

const title = z.string().trim().min(1).max(300);
const tagName = z.string().trim().min(1).max(100);
const color = z.enum(TAG_COLORS);
const articles = ids(200_000);
const few = ids(10_000);

/** What each request for organising must look like. */
export const organisingSchemas = {
  'library:undo': z.strictObject({ undo: id }),
  'articles:snooze': z.strictObject({ ids: articles, until: z.int().positive().nullable() }),
  'articles:remove': z.strictObject({ ids: articles }),
  'articles:restore': z.strictObject({ ids: articles }),
  'articles:erase': z.strictObject({ ids: articles.nullable() }),
  'articles:setTags': z.strictObject({ ids: articles, add: few, remove: few }),
  'tags:list': z.void(),
  'tags:create': z.strictObject({ name: tagName, color }),
  'tags:change': z.strictObject({ tagId: id, name: tagName.exactOptional(), color: color.exactOptional() }),
  'tags:merge': z.strictObject({ tagIds: few, into: id }),
  'tags:remove': z.strictObject({ tagIds: few }),
  'feeds:remove': z.strictObject({ feedIds: few, keep: z.enum(['all', 'marked']) }),
  'feeds:place': z.strictObject({ feedIds: few, folderId: id.nullable(), before: id.nullable() }),
  'folders:create': z.strictObject({ title, parentId: id.nullable() }),
  'folders:rename': z.strictObject({ folderId: id, title }),
  'folders:place': z.strictObject({ folderId: id, parentId: id.nullable(), before: id.nullable() }),
  'folders:remove': z.strictObject({ folderId: id }),
  'folders:setCollapsed': z.strictObject({ folderId: id, isCollapsed: z.boolean() }),
} satisfies { [C in keyof OrganisingContract]: z.ZodType<OrganisingContract[C]['request'], unknown> };
