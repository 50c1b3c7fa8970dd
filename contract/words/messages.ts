import type { vi } from './vi/index.ts';

/** What another language must have: the same names; its own texts; functions of the same arguments; one of the same closed sets. */
type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string extends T[K]
      ? string
      : T[K]
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>;
};

/** Every text of Docbao. A language is one object of this type. */
export type Messages = Shape<typeof vi>;
