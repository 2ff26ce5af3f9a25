'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { graphSeriesSchema } from '#lib/contract/graph-series.ts';
import type { GraphScope } from './graph-scope.ts';
import type { Selection } from './selection.ts';

/** Rate, errors and latency of a node or edge over the page's time range. */
export function useGraphSeries({ selection, scope }: { selection: Selection; scope: GraphScope }) {
  return useAnswer({
    path: '/api/graph/series',
    parameters: { [selection.kind]: selection.id, ...scope.apiParameters, ...scope.picture },
    schema: graphSeriesSchema,
    isEnabled: scope.isReady && selection.kind !== 'box',
  });
}
