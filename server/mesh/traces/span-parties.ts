import type { Span } from '#lib/contract/traces.ts';
import type { Party } from '#server/mesh/graph/rows/edge-row.ts';
import type { Inventory } from '#server/mesh/inventory/inventory.ts';
import { readTags, type SpanTags } from './span-tags.ts';
import { workloadOfPod } from './workload-of-pod.ts';

/** Who recorded a span. */
export type SpanParty = { tags: SpanTags; party: Party };

/**
 * The workload behind each span, in the terms of telemetry. It is found through the pod of `node_id`, never by the look of
 * a name; where the pod is gone, by Istio's app and version, if one workload alone has them. Envoy's spans of the way out
 * of a gateway lack `node_id`: another span from the same address tells theirs.
 */
export function spanParties(
  spans: readonly Span[],
  { inventory, cluster }: { inventory: Inventory; cluster: string },
): (span: Span) => SpanParty {
  const nodeByAddress = new Map<string, string>();
  for (const { attributes } of spans) {
    const [, address] = attributes.node_id?.split('~') ?? [];
    if (address !== undefined && attributes.node_id !== undefined)
      nodeByAddress.set(address, attributes.node_id);
  }
  const known = new Map<Span, SpanParty>();
  return (span) => {
    let found = known.get(span);
    if (found === undefined) {
      const tags = readTags(withNode(span, nodeByAddress));
      found = { tags, party: partyOf(tags, { inventory, cluster }) };
      known.set(span, found);
    }
    return found;
  };
}

function withNode(span: Span, nodeByAddress: ReadonlyMap<string, string>): Span {
  const { node_id, 'network.local.address': address = '' } = span.attributes;
  const found = nodeByAddress.get(address);
  return node_id !== undefined || found === undefined
    ? span
    : { ...span, attributes: { ...span.attributes, node_id: found } };
}

function partyOf(
  { pod, namespace = '', app = '', version = '', cluster }: SpanTags,
  home: { inventory: Inventory; cluster: string },
): Party {
  const ofPod = pod === undefined ? undefined : workloadOfPod(home.inventory, pod);
  const alike = app === '' ? [] : home.inventory.application({ namespace, app, version });
  const workload = ofPod ?? (alike.length === 1 ? alike[0] : undefined);
  return {
    cluster: cluster ?? home.cluster,
    namespace: workload?.namespace ?? namespace,
    workload: workload?.name ?? '',
    app: app === '' ? (workload?.app ?? '') : app,
    version: version === '' ? (workload?.version ?? '') : version,
  };
}
