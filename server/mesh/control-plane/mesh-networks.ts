import { parse } from 'yaml';
import type { MeshNetwork } from '#lib/contract/mesh.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import { at, numberAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { ControlPlaneFacts } from './facts.ts';

const label = 'topology.istio.io/network';
type Draft = { sources: Set<string>; gateways: Set<string> };

/**
 * Networks by name, from every place that names one: labels of namespaces, pods and gateway Services, `meshNetworks` in
 * the mesh's ConfigMap, and istiod's `/debug/networkz`, which knows the gateways between them.
 */
export function meshNetworks(
  { objects, rootNamespace }: Pick<ControlPlaneFacts, 'objects' | 'rootNamespace'>,
  gateways: readonly ReplicaAnswer<unknown>[],
): MeshNetwork[] {
  const drafts = new Map<string, Draft>();
  const draft = (network: string): Draft => {
    const known = drafts.get(network) ?? { sources: new Set(), gateways: new Set() };
    drafts.set(network, known);
    return known;
  };
  for (const { metadata } of objects.Namespace) {
    const network = metadata.labels[label];
    if (network) draft(network).sources.add(`label of namespace ${metadata.name}`);
  }
  for (const { metadata } of objects.Service) {
    const network = metadata.labels[label];
    if (network) draft(network).sources.add(`label of Service ${metadata.namespace}/${metadata.name}`);
  }
  for (const [network, pods] of podsByNetwork(objects.Pod))
    draft(network).sources.add(`labels of ${formatQuantity(pods, 'pod')}`);
  for (const [network, addresses] of configuredNetworks({ objects, rootNamespace })) {
    draft(network).sources.add('meshNetworks of the mesh configuration');
    for (const address of addresses) draft(network).gateways.add(address);
  }
  for (const { value } of gateways) {
    const known = draft(textAt(value, 'Network') ?? '');
    known.sources.add('istiod');
    const port = numberAt(value, 'Port') || numberAt(value, 'HBONEPort');
    known.gateways.add(`${textAt(value, 'Addr') ?? '?'}${port === undefined ? '' : `:${port}`}`);
  }
  return [...drafts].sort(byName).map(([network, each]) => ({
    network,
    sources: [...each.sources],
    gateways: [...each.gateways],
  }));
}

function byName([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}

function podsByNetwork(pods: ControlPlaneFacts['objects']['Pod']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { metadata } of pods) {
    const network = metadata.labels[label];
    if (network) counts.set(network, (counts.get(network) ?? 0) + 1);
  }
  return counts;
}

function configuredNetworks({
  objects,
  rootNamespace,
}: Pick<ControlPlaneFacts, 'objects' | 'rootNamespace'>): [string, string[]][] {
  return objects.ConfigMap.filter(
    ({ metadata }) => metadata.namespace === rootNamespace && /^istio(-|$)/.test(metadata.name),
  ).flatMap(({ data }) =>
    Object.entries(objectAt(parsed(data?.meshNetworks), 'networks') ?? {}).map(
      ([network, value]): [string, string[]] => [
        network,
        objectsAt(value, 'gateways').map(
          (gateway) =>
            `${textAt(gateway, 'address') ?? textAt(gateway, 'registryServiceName') ?? '?'}:${at(gateway, 'port') ?? '?'}`,
        ),
      ],
    ),
  );
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parse(text);
  } catch {
    return undefined;
  }
}
