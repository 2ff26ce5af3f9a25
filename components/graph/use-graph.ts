'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { graphSchema } from '#lib/contract/graph.ts';
import { type GraphNeeds, graphParameters } from './graph-parameters.ts';
import type { GraphScope } from './graph-scope.ts';
import type { GraphState } from './graph-state.ts';

type GraphQuestion = { scope: GraphScope; state: GraphState; needs: GraphNeeds; isEnabled?: boolean };

/** The graph of the page's scope and state. */
export function useGraph({ scope, state, needs, isEnabled = true }: GraphQuestion) {
  return useAnswer({
    path: '/api/graph',
    parameters: graphParameters({ apiParameters: scope.apiParameters, state, needs }),
    schema: graphSchema,
    isEnabled: isEnabled && scope.isReady,
    // Nearly every edge has other numbers after a refresh.
    keepsParts: false,
  });
}
