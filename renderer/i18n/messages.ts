import type { vi } from './vi.ts';

type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>;
};

/** Every text of the interface. A language is one object of this type. */
export type Messages = Shape<typeof vi>;
