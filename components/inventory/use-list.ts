'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { ListDefinition } from './list-definition.ts';

/**
 * A list of what is in view. Response times take the store longer than all the rest, so the list stands there without
 * them first, and is asked for without them only until they have come.
 */
export function useList<Row>(list: ListDefinition<Row>, { hasNamespaces }: { hasNamespaces: boolean }) {
  const { apiParameters, isReady } = useScope();
  const { namespaces, range, at } = apiParameters;
  const parameters = hasNamespaces ? { namespaces, range, at } : { range, at };
  const { path, schema } = list;
  const whole = useAnswer({
    path,
    parameters: list.hasResponseTimes ? { ...parameters, include: 'latency' } : parameters,
    schema,
    isEnabled: isReady,
  });
  const first = useAnswer({
    path,
    parameters,
    schema,
    isEnabled: isReady && list.hasResponseTimes && whole.data === undefined,
  });
  return whole.data === undefined && first.data !== undefined ? first : whole;
}
