import type { CanaryDetail } from '#lib/contract/canary-detail.ts';

type Split = {
  services: CanaryDetail['services'];
  versions: readonly Pick<CanaryDetail['versions'][number], 'service'>[];
};

/** Parameters of the graph page that show the service whose requests are split, with its neighbours and nothing else. */
export function graphOfSplit(
  { services, versions }: Split,
  { chosen, cluster }: { chosen: number; cluster: string },
): Record<string, string> | undefined {
  // A host that only a gateway knows is no service; what stands behind it is.
  const behind = versions[chosen]?.service;
  const service = services[0] ?? (behind && `${behind.namespace}/${behind.name}`);
  if (service === undefined) return undefined;
  const id = `service:${cluster}/${service}`;
  return {
    namespaces: '*',
    services: 'true',
    labels: 'rate,split',
    selected: `node:${id}`,
    focus: id,
    depth: '1',
    only: 'true',
  };
}
