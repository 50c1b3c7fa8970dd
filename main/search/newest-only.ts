import { DocbaoError } from '../../contract/domain/result.ts';

interface Asked<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Promise<Answer>) => void;
  readonly reject: (error: DocbaoError) => void;
}

/**
 * Answers one request at a time. What is asked meanwhile takes the place of what waits, which rejects with `cancelled`: whoever
 * types fast waits for two answers at most.
 */
export function newestOnly<Request, Answer>(answer: (request: Request) => Promise<Answer>): (request: Request) => Promise<Answer> {
  let isBusy = false;
  let waiting: Asked<Request, Answer> | null = null;
  const start = (request: Request): Promise<Answer> => {
    isBusy = true;
    return answer(request).finally(() => {
      isBusy = false;
      const next = waiting;
      waiting = null;
      next?.resolve(start(next.request));
    });
  };
  return (request) => {
    if (!isBusy) return start(request);
    waiting?.reject(new DocbaoError('cancelled', 'A newer search was asked for.'));
    return new Promise<Answer>((resolve, reject) => {
      waiting = { request, resolve, reject };
    });
  };
}
