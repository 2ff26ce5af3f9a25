'use client';

import { useMemo } from 'react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { parseDurationSeconds } from '#lib/duration.ts';
import { parseFind } from '#lib/find/parse-find.ts';
import { compareGraphs, type GraphChange } from '#lib/graph/compare-graphs.ts';
import { replayWindow } from '#lib/graph/replay-frames.ts';
import { graphNeeds, pictureParameters } from './graph-parameters.ts';
import type { GraphScope } from './graph-scope.ts';
import type { GraphState } from './graph-state.ts';
import { useGraph } from './use-graph.ts';

const noChanges: GraphChange[] = [];

/** The graph of the page, joined with that of an earlier time where the page compares. */
export function useGraphPage(state: GraphState) {
  const page = useScope();
  const find = useMemo(() => expressionOf(state.find), [state.find]);
  const hide = useMemo(() => expressionOf(state.hide), [state.hide]);
  const needs = graphNeeds({ state, find, hide });
  const scope: GraphScope = {
    ...page,
    apiParameters: { ...page.apiParameters, ...replayed(state, page.rangeSeconds) },
    picture: pictureParameters({ state, needs }),
  };
  const query = useGraph({ scope, state, needs });

  const earlier = earlierTime({ state, toMs: page.resolved?.toMs });
  const thenQuery = useGraph({
    scope: { ...scope, apiParameters: { ...scope.apiParameters, ...(earlier && { at: earlier }) } },
    state,
    needs,
    isEnabled: earlier !== undefined,
  });
  const now = query.data?.data;
  const then = earlier === undefined ? undefined : thenQuery.data?.data;
  const joined = useMemo(() => {
    if (now === undefined) return undefined;
    return then === undefined ? { graph: now, changes: noChanges } : compareGraphs(now, then);
  }, [now, then]);
  return {
    scope,
    query,
    find,
    hide,
    graph: joined?.graph,
    changes: joined?.changes ?? noChanges,
    isComparing: then !== undefined,
    compareError: earlier === undefined ? null : thenQuery.error,
  };
}

function expressionOf(text: string) {
  const answer = parseFind(text);
  return answer.isValid ? answer.expression : undefined;
}

function replayed(state: GraphState, seconds: number): { range?: string; at?: string } {
  const endMs = Date.parse(state.replay);
  return Number.isNaN(endMs) ? {} : replayWindow({ endMs, seconds, frame: state.frame });
}

/** To the second, so that a quick second look asks the same question. */
function earlierTime({ state, toMs }: { state: GraphState; toMs: number | undefined }): string | undefined {
  const offset = parseDurationSeconds(state.compare);
  if (offset === undefined || toMs === undefined) return undefined;
  return new Date(Math.floor(toMs / 1000 - offset) * 1000).toISOString();
}
