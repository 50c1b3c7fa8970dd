import type { Channel, EventName, RequestOf } from './contract.ts';
import { DESKTOP_CHANNELS } from './desktop-contract.ts';
import { ORGANISING_CHANNELS } from './organising-contract.ts';
import { READING_CHANNELS } from './reading-contract.ts';
import { SEARCHING_CHANNELS } from './searching-contract.ts';

type AskedWithNothing = { [C in Channel]: RequestOf<C> extends void ? C : never }[Channel];

/**
 * The contract's names as values, for preload and registration: `satisfies` makes a name that is missing or unknown a
 * compile error.
 */
export const CHANNELS = Object.keys({
  ...DESKTOP_CHANNELS,
  ...ORGANISING_CHANNELS,
  ...READING_CHANNELS,
  ...SEARCHING_CHANNELS,
  'app:getInfo': 0,
  'app:openExternal': 0,
  'app:openFile': 0,
  'app:saveTextFile': 0,
  'app:setMenu': 0,
  'app:act': 0,
  'library:getFirstView': 0,
  'settings:get': 0,
  'settings:set': 0,
  'feeds:list': 0,
  'feeds:listSuggested': 0,
  'feeds:discover': 0,
  'feeds:add': 0,
  'feeds:getHealth': 0,
  'feeds:setOptions': 0,
  'feeds:importOpml': 0,
  'feeds:exportOpml': 0,
  'feeds:rename': 0,
  'folders:list': 0,
  'articles:listIds': 0,
  'articles:getSummaries': 0,
  'articles:get': 0,
  'articles:mark': 0,
  'articles:markViewRead': 0,
  'articles:getPosition': 0,
  'articles:setPosition': 0,
  'articles:tryAgain': 0,
  'articles:savePage': 0,
  'articles:saveFile': 0,
  'highlights:list': 0,
  'highlights:listAll': 0,
  'highlights:count': 0,
  'highlights:add': 0,
  'highlights:change': 0,
  'highlights:remove': 0,
  'highlights:exportMarkdown': 0,
  'search:query': 0,
  'search:listIds': 0,
  'search:listRelated': 0,
  'enclosures:download': 0,
  'enclosures:cancel': 0,
  'stories:list': 0,
  'sync:start': 0,
  'sync:cancel': 0,
  'sync:getProgress': 0,
} satisfies Record<Channel, 0>) as readonly Channel[];

/** What every window asks before it shows anything, with nothing in the request. */
export const FIRST_CHANNELS = ['library:getFirstView', 'app:getInfo', 'settings:get'] as const satisfies readonly AskedWithNothing[];

export const EVENTS = Object.keys({
  'sync:progress': 0,
  'sync:ended': 0,
  'files:progress': 0,
  'library:changed': 0,
  'settings:changed': 0,
  'enclosures:progress': 0,
  'app:command': 0,
  'app:problem': 0,
  'alerts:matched': 0,
  'searches:changed': 0,
} satisfies Record<EventName, 0>) as readonly EventName[];
