import type { ReactNode } from 'react';

export type Fact = { term: string; value: ReactNode };

/** No fact where nothing is known. */
export function optionalFact<Value>(
  term: string,
  value: Value | undefined,
  show: (value: Value) => ReactNode,
): Fact[] {
  return value === undefined ? [] : [{ term, value: show(value) }];
}
