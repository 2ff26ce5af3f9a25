import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import { absenceOf, replicasText } from '../absence.ts';
import type { DriftRule } from '../drift-rule.ts';

/** The pod has a proxy and no replica of istiod lists it; what the proxy itself has is not known. */
export const unknownToIstiod: DriftRule = (facts) => {
  const absence = absenceOf(facts);
  if (absence.kind === 'undecided') return { undecided: absence.because };
  if (absence.kind !== 'unknownToIstiod') return [];
  const { namespace, pod } = facts.proxy;
  return [
    {
      severity: 'failing',
      items: [],
      why: {
        text: `The pod runs a proxy, but ${replicasText(facts)}: whatever configuration it has, nothing new reaches it.`,
        fix: 'Look into the log of the container istio-proxy for "connection" and "certificate"; a revision that no istiod serves and a network policy in front of port 15012 are the usual reasons.',
        evidence: [
          { kind: 'object', text: `Pod ${namespace}/${pod} spec has a container istio-proxy` },
          { kind: 'envoy', text: `istiod /debug/syncz: no entry ${proxyId(facts.proxy)}` },
        ],
        command: `kubectl logs -n ${namespace} ${pod} -c istio-proxy --tail=50`,
      },
    },
  ];
};
