import type { GraphQuery } from '#lib/contract/graph-query.ts';
import type { BehindNode } from './behind-node.ts';
import type { NodeId } from './node-id.ts';
import type { SubjectView } from './series-subject.ts';

/**
 * The namespaces by which the series of a view must be narrowed, as the graph narrows its own. All series of a workload
 * or service in one of them are in them anyway, and are asked for more shortly without.
 */
export function namespacesToAsk(
  asked: GraphQuery['namespaces'],
  { view, behind }: { view: SubjectView; behind: BehindNode },
): GraphQuery['namespaces'] {
  if (asked === '*') return '*';
  const isWithin = (node: NodeId | undefined) =>
    node !== undefined &&
    namespacesOf(node, behind)?.every((namespace) => asked.includes(namespace)) === true;
  return isWithin(view.from) || isWithin(view.to) ? '*' : asked;
}

function namespacesOf(node: NodeId, behind: BehindNode): readonly string[] | undefined {
  if (node.kind === 'workload' || node.kind === 'application') return [node.namespace];
  if (node.kind === 'service') return behind.servicesOf(node).map(({ namespace }) => namespace);
  return undefined;
}
