/** Work that may be left between two steps, for something that cannot wait, and taken up again. */
export type Steps<Result> = Generator<void, Result>;

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
