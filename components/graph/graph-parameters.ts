import { type GraphExtra, graphExtras } from '#lib/contract/graph-query.ts';
import type { FindExpression } from '#lib/find/expression.ts';
import { needsOf } from '#lib/find/needs-of.ts';
import { edgeLabels } from './edge-labels.ts';
import type { GraphScope } from './graph-scope.ts';
import type { GraphState } from './graph-state.ts';
import { parseSelection } from './selection.ts';

/** What the answer must hold beyond the usual. */
export type GraphNeeds = { include: GraphExtra[]; operations: boolean };

type Asked = { state: GraphState; find: FindExpression | undefined; hide: FindExpression | undefined };

/** The extras that labels, find and hide, and the selected edge's panel ask for. */
export function graphNeeds({ state, find, hide }: Asked): GraphNeeds {
  const ofFields = [...needsOf(find), ...needsOf(hide)];
  const ofLabels = state.labels.flatMap((id) => edgeLabels[id].needs ?? []);
  const isEdgeSelected = parseSelection(state.selected)?.kind === 'edge';
  const wanted = new Set<string>([
    ...ofFields,
    ...ofLabels,
    ...(isEdgeSelected || state.view === 'table' ? ['latency'] : []),
  ]);
  return {
    include: graphExtras.filter((extra) => wanted.has(extra)),
    operations: state.show.includes('operations') || wanted.has('operations'),
  };
}

type Question = { apiParameters: GraphScope['apiParameters']; state: GraphState; needs: GraphNeeds };

/** How the graph is drawn: a curve is of the same node or edge only if it is asked for in the same picture. */
export function pictureParameters({
  state,
  needs,
}: Omit<Question, 'apiParameters'>): Record<string, string | undefined> {
  return {
    type: state.type === 'versionedApp' ? undefined : state.type,
    serviceNodes: state.services === 'routed' ? undefined : state.services,
    operations: needs.operations ? 'true' : undefined,
    foldRoutes: state.show.includes('foldRoutes') ? undefined : 'false',
  };
}

/** Parameters of `/api/graph`; what is the API's default is left out, so that the same question has one address. */
export function graphParameters({
  apiParameters,
  state,
  needs,
}: Question): Record<string, string | undefined> {
  const isFocused = state.only && state.focus !== '';
  return {
    ...apiParameters,
    ...pictureParameters({ state, needs }),
    idle: state.show.includes('idle') ? 'true' : undefined,
    include: needs.include.length === 0 ? undefined : needs.include.join(','),
    focus: isFocused ? state.focus : undefined,
    depth: isFocused ? String(state.depth) : undefined,
  };
}
