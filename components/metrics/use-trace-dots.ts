'use client';

import { useMemo } from 'react';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { tracesSchema } from '#lib/contract/traces.ts';
import { type Target, targetRoute } from '#lib/target.ts';
import { type Dot, dotsOfTraces } from './dots.ts';
import { words } from './words.ts';

/** More would hide the lines. */
const mostTraces = 300;

type TraceDots = { dots: readonly Dot[]; note: string | undefined };

/** The traces of a target in the page's time range, and the sentence for where there are none. */
export function useTraceDots(target: Target, isEnabled: boolean): TraceDots {
  const { apiParameters, hasTime } = useScope();
  const { range, at } = apiParameters;
  const { data, error } = useAnswer({
    path: targetRoute(target, 'traces'),
    parameters: { range, at, cluster: target.cluster, limit: String(mostTraces) },
    schema: tracesSchema,
    isEnabled: hasTime && isEnabled,
  });
  const traces = isEnabled ? data?.data.traces : undefined;
  const isCut = data?.data.isCut === true;
  const dots = useMemo(() => dotsOfTraces(traces ?? []), [traces]);
  if (!isEnabled) return { dots, note: undefined };
  if (traces === undefined)
    return { dots, note: error === null ? undefined : words.tracesUnread(error.message) };
  return { dots, note: traces.length === 0 ? words.tracesNone : words.traceDots(traces.length, isCut) };
}
