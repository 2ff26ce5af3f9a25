import type { Evidence } from '#lib/contract/evidence.ts';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { type OutboundPolicy, outboundPolicyOf } from '#server/mesh/inventory/outbound-policy.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { DecoratorFacts } from '../../decorator.ts';
import type { GraphDraft } from '../../graph-draft.ts';
import { displayName } from '../display-name.ts';
import { workloadsOfNode } from '../node-subjects.ts';

/** One workload that calls hosts the mesh does not know, with the policy that decides what becomes of it. */
export type UnregisteredCaller = {
  /** `<namespace>/<name>`, as it is called in the picture. */
  name: string;
  namespace: string;
  hosts: readonly string[];
  /** Undefined where the objects do not have the workload. */
  policy: OutboundPolicy | undefined;
};

/** Who calls a Passthrough or BlackHole node, and for which hosts; sorted by name. */
export function unregisteredCallers(
  node: GraphNode,
  draft: GraphDraft,
  facts: DecoratorFacts,
): UnregisteredCaller[] {
  const inventory = inventoryOf(facts.objects, facts.rootNamespace);
  const sources = new Map(draft.nodes.map((source) => [source.id, source]));
  const byCaller = Map.groupBy(
    draft.edges.filter(({ target, isIdle }) => target === node.id && isIdle !== true),
    ({ source }) => source,
  );
  return [...byCaller]
    .flatMap(([id, edges]) => {
      const source = sources.get(id);
      if (source === undefined) return [];
      const [workload] = workloadsOfNode(source, { inventory, facts });
      const namespace = source.namespace ?? 'unknown';
      return [
        {
          name: `${namespace}/${displayName(source)}`,
          namespace,
          hosts: hostsOf(edges),
          policy: policyOf(workload, facts),
        },
      ];
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function policyOf(
  workload: InventoryWorkload | undefined,
  facts: DecoratorFacts,
): OutboundPolicy | undefined {
  return workload === undefined ? undefined : outboundPolicyOf(workload, facts);
}

/** Host names without ports; what telemetry calls after the cluster itself is no host. */
function hostsOf(edges: readonly GraphEdge[]): string[] {
  const hosts = edges.flatMap(({ responses = [] }) => responses.map(({ host }) => host.replace(/:\d+$/, '')));
  return [...new Set(hosts)]
    .filter((host) => host !== '' && host !== 'unknown' && !host.endsWith('Cluster'))
    .sort();
}

/** The series that count these calls, by caller and host: requests, and connections where there are some. */
export function callsEvidence(node: GraphNode, draft: GraphDraft, windowSeconds: number): Evidence[] {
  const protocols = new Set(
    draft.edges.filter(({ target }) => target === node.id).map(({ protocol }) => protocol),
  );
  const hasRequests = protocols.has('http') || protocols.has('grpc') || !protocols.has('tcp');
  return [
    ...(hasRequests ? ['istio_requests_total'] : []),
    ...(protocols.has('tcp') ? ['istio_tcp_connections_opened_total'] : []),
  ].map((metric) => callsSeries(metric, node, windowSeconds));
}

function callsSeries(metric: string, node: GraphNode, windowSeconds: number): Evidence {
  const query = toPromQL({
    fn: 'rate',
    selector: {
      metric,
      matchers: [
        { label: 'reporter', is: '=', value: 'source' },
        { label: 'destination_service_name', is: '=', value: node.name },
      ],
    },
    windowSeconds,
    by: ['source_workload_namespace', 'source_workload', 'destination_service'],
  });
  return { kind: 'series', text: query };
}

/** Distinct proofs of the policies in force. */
export function policyEvidence(callers: readonly UnregisteredCaller[]): Evidence[] {
  const evidence = callers.flatMap(({ policy }) => policy?.evidence ?? []);
  return [...new Map(evidence.map((one) => [one.text, one])).values()];
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
