import type { Evidence, Explanation } from '#lib/contract/evidence.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { DecoratorFacts } from '../../decorator.ts';
import type { GraphDraft } from '../../graph-draft.ts';
import { calledWorkloads } from './called-workloads.ts';
import { plaintextAccepted } from './plaintext-accepted.ts';
import { listed } from './unregistered-calls.ts';

/**
 * Who may be behind calls without a name, and why they get in. Telemetry cannot tell which of the candidates it is, and
 * the text says so.
 */
export function explainUnknown(node: GraphNode, draft: GraphDraft, facts: DecoratorFacts): Explanation {
  const called = calledWorkloads(node, draft, facts);
  const series = unknownSeries(node, draft, facts.windowSeconds);
  const intro = 'These callers have no proxy of the mesh that would name them.';
  if (!facts.objectsKnown) {
    return {
      text: `${intro} The objects could not be read, so who may be behind them is not known.`,
      evidence: series,
    };
  }
  const gateways = called
    .filter(({ workload }) => workload.membership.mode === 'gateway')
    .map(({ workload }) => nameOf(workload));
  const inside = called.filter(({ workload }) => workload.membership.mode !== 'gateway');
  const accepted = inside.map(({ workload, protocol }) => plaintextAccepted(workload, { protocol, facts }));
  const candidates = candidatesIn(facts);
  const sentences = [
    intro,
    gateways.length === 0
      ? ''
      : `To ${listed(gateways)} they come from outside, which is what a gateway is for.`,
    inside.length === 0
      ? ''
      : whoMayBe(
          inside.map(({ workload }) => nameOf(workload)),
          candidates,
        ),
    ...accepted.map(({ text }) => text),
  ];
  const [first] = candidates;
  return {
    text: sentences.filter((sentence) => sentence !== '').join(' '),
    ...(inside.length === 0 || candidates.length === 0 ? {} : { fix: fixFor(candidates) }),
    evidence: [
      ...series,
      ...accepted.flatMap(({ evidence }) => evidence),
      ...(inside.length === 0 ? [] : candidates.map(candidateEvidence)),
    ],
    ...(inside.length === 0 || first === undefined
      ? {}
      : {
          command: `istioctl experimental check-inject -n ${first.namespace} ${first.pods[0]?.metadata.name ?? first.name}`,
        }),
  };
}

/** Only the receivers count these callers: their requests, and their connections where there are some. */
function unknownSeries(node: GraphNode, draft: GraphDraft, windowSeconds: number): Evidence[] {
  const isTcp = draft.edges
    .filter(({ source }) => source === node.id)
    .map(({ protocol }) => protocol === 'tcp');
  const metrics = [
    ...(isTcp.includes(true) ? ['istio_tcp_connections_opened_total'] : []),
    ...(isTcp.includes(false) || isTcp.length === 0 ? ['istio_requests_total'] : []),
  ];
  const matchers = [
    { label: 'reporter', is: '=' as const, value: 'destination' },
    { label: 'source_workload', is: '=' as const, value: 'unknown' },
  ];
  const by = ['destination_workload_namespace', 'destination_workload', 'connection_security_policy'];
  return metrics.map((metric) => ({
    kind: 'series',
    text: toPromQL({ fn: 'rate', selector: { metric, matchers }, windowSeconds, by }),
  }));
}

/** Everything that runs without a proxy, wherever it is. */
function candidatesIn({ objects, rootNamespace }: DecoratorFacts): readonly InventoryWorkload[] {
  return inventoryOf(objects, rootNamespace).workloads.filter(({ membership }) => membership.mode === 'none');
}

function whoMayBe(targets: readonly string[], candidates: readonly InventoryWorkload[]): string {
  const to = `To ${listed(targets)}`;
  if (candidates.length === 0)
    return `${to} they come from outside the cluster, or from pods that are gone: every workload has a sidecar.`;
  return `${to} they may come from outside the cluster or from a workload without a sidecar: ${listed(candidates.map(nameOf))}. Which of them it is, metrics cannot tell.`;
}

function fixFor(candidates: readonly InventoryWorkload[]): string {
  const reasons = candidates.map((workload) =>
    workload.membership.mode === 'none'
      ? `${nameOf(workload)} (${workload.membership.reason})`
      : nameOf(workload),
  );
  return `Give the callers a sidecar, then restart them: ${reasons.join('; ')}. When nothing calls in plaintext any more, set the mode to STRICT.`;
}

function candidateEvidence({ kind, namespace, name, membership }: InventoryWorkload): Evidence {
  const reason = membership.mode === 'none' ? membership.reason : 'no sidecar';
  return { kind: 'object', text: `${kind} ${namespace}/${name} has no sidecar: ${reason}` };
}

function nameOf({ namespace, name }: InventoryWorkload): string {
  return `${namespace}/${name}`;
}
