import { z } from 'zod';
import { MAX_CLIP_CHARACTERS } from './limits.ts';

const clip = z.string().max(MAX_CLIP_CHARACTERS);

export const desktopSchemas = {
  'files:saveDropped': z.strictObject({ paths: z.array(z.string().min(1).max(4096)).min(1).max(1000) }),
  'files:choose': z.strictObject({ what: z.enum(['files', 'folder']) }),
  'files:cancel': z.void(),
  'files:getProgress': z.void(),
  'files:saveClip': z.strictObject({ text: clip.min(1), html: clip.nullable(), url: z.string().max(4096).regex(/^https?:\/\//i).nullable() }),
  'files:saveClipboard': z.void(),
  'files:saveArticle': z.strictObject({ id: z.int().positive() }),
  'files:dragArticle': z.strictObject({ id: z.int().positive() }),
  'app:share': z.strictObject({ title: z.string().max(2000), url: z.string().max(4096).regex(/^https?:\/\//i) }),
  'app:openWindow': z.strictObject({ articleId: z.int().positive().nullable() }),
  'app:reveal': z.strictObject({ what: z.enum(['library', 'log', 'notices']) }),
};
