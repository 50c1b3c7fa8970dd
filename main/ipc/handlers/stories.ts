import { listStory } from '../../store/index.ts';
import type { Library } from '../../sync/open-library.ts';
import type { LibraryHandlers } from '../worker-rpc.ts';

type StoryHandlers = Pick<LibraryHandlers, 'stories:list'>;

export function storyHandlers(library: Library): StoryHandlers {
  return { 'stories:list': ({ id }) => listStory(library.store.read, id) };
}
