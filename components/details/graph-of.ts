import type { TargetKind } from '#lib/target.ts';

/** The graph in which a kind has a node of its own. */
const types: Record<TargetKind, Record<string, string>> = {
  workload: { type: 'workload' },
  application: { type: 'app' },
  service: { services: 'true' },
};

/** Parameters of the graph page that show a target with its neighbours and nothing else. */
export function graphOf(kind: TargetKind, nodeId: string): Record<string, string> {
  return {
    namespaces: '*',
    ...types[kind],
    selected: `node:${nodeId}`,
    focus: nodeId,
    depth: '1',
    only: 'true',
  };
}
