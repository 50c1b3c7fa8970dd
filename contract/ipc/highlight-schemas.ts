import { z } from 'zod';
import { HIGHLIGHT_COLORS } from '../domain/highlight.ts';
import { LANGUAGES } from '../words/index.ts';

const id = z.int().positive();
const color = z.enum(HIGHLIGHT_COLORS);
const note = z.string().max(20_000).nullable();
const context = z.string().max(200);
const offset = z.int().min(0).max(100_000_000);

/** What the requests about highlights must look like. */
export const highlightSchemas = {
  'highlights:list': z.strictObject({ articleId: id }),
  'highlights:listAll': z.void(),
  'highlights:count': z.void(),
  'highlights:add': z.strictObject({
    articleId: id,
    color,
    note,
    // A page may hold a picture in its address.
    picture: z.string().min(1).max(3_000_000).nullable().exactOptional(),
    // Of a picture its caption, where it has one.
    quote: z.string().max(20_000),
    prefix: context,
    suffix: context,
    start: offset,
    end: offset,
    createdAt: z.number().nonnegative().exactOptional(),
  }).refine(({ quote, picture }) => quote !== '' || picture != null),
  'highlights:change': z.strictObject({ id, change: z.strictObject({ color: color.exactOptional(), note: note.exactOptional() }) }),
  'highlights:remove': z.strictObject({ ids: z.array(id).max(100_000) }),
  'highlights:exportMarkdown': z.strictObject({ articleId: id.nullable(), language: z.enum(LANGUAGES) }),
};
