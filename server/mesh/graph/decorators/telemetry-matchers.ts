import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { hostsOfEdge } from '#lib/graph/edge-hosts.ts';
import { restrictedName } from '#lib/restricted-name.ts';
import type { Matcher } from '#server/metrics/query.ts';

/** Beyond this many hosts a matcher is no longer for people to read. */
const readableHosts = 6;

/** Label conditions for the traffic that leaves a node; empty where telemetry has no label for it. */
export function sourceMatchers(node: GraphNode): Matcher[] {
  return partyMatchers('source', node);
}

/** Label conditions for the traffic that arrives at a node. `hosts` are those its edges name. */
export function targetMatchers(node: GraphNode, hosts: readonly string[]): Matcher[] {
  if (node.kind === 'passthrough' || node.kind === 'blackHole')
    return [equal('destination_service_name', node.name)];
  if (node.kind !== 'service' && node.kind !== 'serviceEntry') return partyMatchers('destination', node);
  const known = [...new Set(hosts)].filter((host) => host !== '').sort();
  // A folded route and a ServiceEntry stand for several hosts, which only the traffic itself names.
  if (known.length > 0 && known.length <= readableHosts) return [oneOf('destination_service', known)];
  return [equal('destination_service_name', node.service ?? node.name)];
}

/** Label conditions for the traffic of one edge; a service node as its source is a condition on the destination. */
export function edgeMatchers(
  edge: GraphEdge,
  { source, target }: { source: GraphNode; target: GraphNode },
): Matcher[] {
  const hosts = hostsOfEdge(edge);
  const isFromService = source.kind === 'service' || source.kind === 'serviceEntry';
  const from = isFromService ? targetMatchers(source, hosts) : sourceMatchers(source);
  return [...from, ...targetMatchers(target, hosts)];
}

/** The cluster that a node is in, where telemetry has it: of a workload, or several together. */
export function clusterMatchers(side: 'source' | 'destination', { kind, cluster }: GraphNode): Matcher[] {
  const isParty = kind === 'workload' || kind === 'application' || kind === 'namespace';
  return isParty && cluster !== 'unknown' ? [equal(`${side}_cluster`, cluster)] : [];
}

function partyMatchers(side: 'source' | 'destination', node: GraphNode): Matcher[] {
  const { kind, namespace, name, app, workload } = node;
  if (kind === 'unknown') return [equal(`${side}_workload`, 'unknown')];
  const inNamespace = namespace === undefined ? [] : [equal(`${side}_workload_namespace`, namespace)];
  if (kind === 'namespace') return inNamespace;
  if (kind === 'restricted') return [equal(`${side}_workload_namespace`, restrictedName)];
  if (kind === 'operation') return [equal('request_operation', name)];
  if (workload !== undefined) return [...inNamespace, equal(`${side}_workload`, workload)];
  if (kind === 'application') return [...inNamespace, equal(`${side}_canonical_service`, app ?? name)];
  return [...inNamespace, equal(`${side}_workload`, name)];
}

function equal(label: string, value: string): Matcher {
  return { label, is: '=', value };
}

function oneOf(label: string, values: readonly string[]): Matcher {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return equal(label, only);
  return {
    label,
    is: '=~',
    value: values.map((value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
  };
}
