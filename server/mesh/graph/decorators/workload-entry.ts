import type { GraphNode } from '#lib/contract/graph.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { canonicalName, canonicalRevision } from '#server/mesh/inventory/canonical-name.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { Decorator } from '../decorator.ts';
import { matchesSelector } from '../facts/matches-selector.ts';
import { withBadge } from './with-badge.ts';

type WorkloadEntry = ObjectOf<'WorkloadEntry'>;

/** Marks what runs outside Kubernetes: nodes that a WorkloadEntry names, and ServiceEntries that select one. */
export const workloadEntry: Decorator = {
  decorate(draft, { objects, cluster }) {
    const decorateNode = (node: GraphNode): GraphNode => {
      if (node.cluster !== cluster) return node;
      const entries =
        node.kind === 'serviceEntry'
          ? selectedBy(node, objects)
          : objects.WorkloadEntry.filter((entry) => isNode(entry, node));
      return withBadge(node, 'workloadEntry', entries.map(factOf));
    };
    return { ...draft, nodes: draft.nodes.map(decorateNode) };
  },
};

function selectedBy(node: GraphNode, objects: MeshObjects): WorkloadEntry[] {
  const isThis = ({ metadata }: ObjectOf<'ServiceEntry'>) =>
    metadata.name === node.name && metadata.namespace === node.namespace;
  const selector = objects.ServiceEntry.find(isThis)?.spec.workloadSelector?.labels;
  if (selector === undefined || Object.keys(selector).length === 0) return [];
  return objects.WorkloadEntry.filter(
    ({ metadata, spec }) => metadata.namespace === node.namespace && matchesSelector(spec.labels, selector),
  );
}

/** By its own name or, as telemetry of a virtual machine often goes, by the app and version of its labels. */
function isNode(
  { metadata, spec }: WorkloadEntry,
  { kind, namespace, name, workload, app, version }: GraphNode,
): boolean {
  if (metadata.namespace !== namespace || (kind !== 'workload' && kind !== 'application')) return false;
  if ((workload ?? name) === metadata.name) return true;
  if (app === undefined || app !== canonicalName(spec.labels, metadata.name)) return false;
  return version === undefined || version === canonicalRevision(spec.labels);
}

function factOf({ metadata, spec }: WorkloadEntry) {
  const { namespace = '', name } = metadata;
  const address = spec.address === undefined || spec.address === '' ? '' : ` at ${spec.address}`;
  return {
    text: `Runs outside Kubernetes: WorkloadEntry ${namespace}/${name}${address}`,
    object: { kind: 'WorkloadEntry', namespace, name },
  };
}
