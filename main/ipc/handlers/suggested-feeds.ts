import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SuggestedFeed } from '../../../contract/domain/feed.ts';

const schema = z.array(
  z.object({
    feedUrl: z.url({ protocol: /^https?$/ }),
    title: z.string().min(1),
    siteUrl: z.url({ protocol: /^https?$/ }),
    language: z.string().min(2),
    topic: z.string().min(1),
    evidence: z.enum(['seen', 'long-in-use', 'guess']),
  }),
);

/** The subscriptions that come with the application. */
export async function readSuggestedFeeds(resourcesFolder: string): Promise<readonly SuggestedFeed[]> {
  return schema.parse(JSON.parse(await readFile(join(resourcesFolder, 'suggested-feeds.json'), 'utf8')));
}
