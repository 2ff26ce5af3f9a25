import type { ChartDirection } from '#lib/contract/charts.ts';
import type { Target } from '#lib/target.ts';
import { ViglaError } from '#server/errors.ts';
import type { BehindNode } from '../graph/series/behind-node.ts';
import type { Alternatives } from '../graph/series/label-conditions.ts';
import { nodeConditions } from '../graph/series/node-conditions.ts';
import type { NodeId } from '../graph/series/node-id.ts';

type Asked = { target: Target & { cluster: string }; direction: ChartDirection; behind: BehindNode };

/**
 * The series of what a target receives or sends, as the graph finds those of its node. Throws `bad_parameter` for what a
 * service sends: it sends nothing, its workloads do.
 */
export function targetConditions({ target, direction, behind }: Asked): Alternatives {
  const { cluster, namespace, name } = target;
  const isEntry = target.kind === 'service' && behind.hostsOf({ namespace, name }).length > 0;
  const kind: NodeId['kind'] = isEntry ? 'serviceEntry' : target.kind;
  const id = `${kind}:${cluster}/${namespace}/${name}`;
  const node: NodeId = { id, kind, cluster, namespace, name, rest: [], operation: undefined };
  const side = direction === 'inbound' ? 'destination' : 'source';
  const found =
    target.kind === 'service' && side === 'source' ? undefined : nodeConditions({ node, side, behind });
  if (found === undefined)
    throw new ViglaError(
      'bad_parameter',
      `A service sends nothing itself: ask for the outbound metrics of the workloads behind ${name}.`,
      { parameter: 'direction' },
    );
  return found.near;
}
