import { parentPort } from 'node:worker_threads';
import { fail, ok, type Result } from '../../contract/domain/result.ts';
import { standBack } from './stand-back.ts';
import { stepHandlers } from './step-handlers.ts';
import type { StepName } from './steps.ts';

standBack();

/** The entry of a step worker: one message in, one answer out. */
parentPort?.on('message', ({ id, name, request }: { id: number; name: StepName; request: never }) => {
  let result: Result<unknown>;
  try {
    result = ok(stepHandlers[name](request));
  } catch (error) {
    result = fail(error);
  }
  parentPort?.postMessage({ id, result });
});
