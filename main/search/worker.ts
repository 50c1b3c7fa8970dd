import { parentPort, workerData } from 'node:worker_threads';
import { fail, ok } from '../../contract/domain/result.ts';
import type { TaskAnswer, TaskMessage } from './messages.ts';
import { SearchService } from './service.ts';

/** The entry of the search worker: messages in, answers out; `SearchService` does the work. */
const port = parentPort;
if (port !== null) {
  const { libraryFolder } = workerData as { readonly libraryFolder: string };
  const service = new SearchService(libraryFolder);
  port.on('message', (message: TaskMessage) => {
    const answer = (result: TaskAnswer['result']): void => {
      port.postMessage({ id: message.id, result } satisfies TaskAnswer);
      if (message.task === 'close') port.close();
    };
    service.run(message).then((value) => answer(ok(value)), (error: unknown) => answer(fail(error)));
  });
}
