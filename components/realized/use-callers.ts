'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { callersSchema } from '#lib/contract/callers.ts';

/** A call: an edge of the graph by its id, or a service as `<namespace>/<name>`. */
export type Call = { edge: string } | { service: string };

/** The proxies that decide where the requests of a call go. */
export function useCallers(call: Call) {
  const { hasTime } = useScope();
  return useAnswer({ path: '/api/callers', parameters: call, schema: callersSchema, isEnabled: hasTime });
}
