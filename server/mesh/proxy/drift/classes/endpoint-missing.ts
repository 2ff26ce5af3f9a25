import { objectPath } from '#lib/object-path.ts';
import type { DriftFacts, DriftRule } from '../drift-rule.ts';

/** `outbound|9080||reviews.bookinfo.svc.cluster.local`, without a subset: those have some of the endpoints only. */
const serviceCluster = /^outbound\|(\d+)\|\|([^|]+)$/;

/** Ready endpoints of Services that the proxy was not sent (EDS), or does not work with (`/clusters`). */
export const endpointMissing: DriftRule = (facts) => {
  const { proxy, mesh, own } = facts;
  if (own?.endpoints === undefined) return [];
  if (mesh.unread.includes('EndpointSlice') || mesh.unread.includes('Service'))
    return { undecided: 'Services or EndpointSlices could not be read.' };
  if (!hasFourthVersion(facts))
    return { undecided: 'The proxy has no IPv4 address; endpoints of IPv6 are not compared.' };
  const findings = Object.entries(own.endpoints).flatMap(([cluster, { sent, used }]) => {
    const [, port = '', host = ''] = serviceCluster.exec(cluster) ?? [];
    const expected = mesh.expectedEndpoints({ host, port: Number(port) });
    if (expected === undefined) return [];
    const unsent = expected.addresses.filter(({ address }) => !sent.includes(address));
    const unused = sent.filter((address) => used !== undefined && !used.includes(address));
    if (unsent.length === 0 && unused.length === 0) return [];
    const { namespace = '', name } = expected.service.metadata;
    const missing = unsent.length > 0 ? unsent.map(({ address }) => address) : unused;
    const text =
      unsent.length > 0
        ? `${missing.length} of ${expected.addresses.length} ready endpoints of Service ${namespace}/${name} port ${port} are not among those that the proxy was sent: ${some(missing)}.`
        : `Envoy does not work with ${missing.length} of ${sent.length} endpoints of Service ${namespace}/${name} port ${port} that it was sent: ${some(missing)}.`;
    return [
      {
        severity: 'degraded' as const,
        items: [{ section: 'endpoints', name: cluster }],
        why: {
          text,
          fix:
            unsent.length > 0
              ? 'Look whether EDS is confirmed and whether istiod names the pod in its push status (endpoint_no_pod); restarting the pod fetches all endpoints anew.'
              : 'A cluster that is warming or was refused keeps its old endpoints; the sections Clusters and Endpoints show its state.',
          evidence: [
            {
              kind: 'object' as const,
              text: `EndpointSlices of Service ${namespace}/${name}: ${some(expected.addresses.map(({ address }) => address))}`,
              link: objectPath({ kind: 'Service', namespace, name }),
            },
            { kind: 'envoy' as const, text: `EDS ${cluster}: ${some(sent)}` },
            ...(used === undefined
              ? []
              : [{ kind: 'envoy' as const, text: `clusters ${cluster}: ${some(used)}` }]),
          ],
          command: `istioctl proxy-config endpoint ${proxy.pod} -n ${proxy.namespace} --cluster '${cluster}'`,
        },
      },
    ];
  });
  const failure = own.missing?.hosts;
  if (findings.length > 0 || failure === undefined) return findings;
  return { undecided: `The proxy did not say with which endpoints it works: ${failure}` };
};

function hasFourthVersion({ proxy }: DriftFacts): boolean {
  const ip = proxy.object?.status.podIP;
  return ip === undefined || !ip.includes(':');
}

function some(addresses: readonly string[]): string {
  if (addresses.length === 0) return '(none)';
  const more = addresses.length > 4 ? ` and ${addresses.length - 4} more` : '';
  return `${addresses.slice(0, 4).join(', ')}${more}`;
}
