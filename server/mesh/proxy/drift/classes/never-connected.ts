import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import { absenceOf, replicasText } from '../absence.ts';
import type { DriftRule } from '../drift-rule.ts';

/** No replica of istiod lists the proxy, and it has nothing that istiod could have sent. */
export const neverConnected: DriftRule = (facts) => {
  if (absenceOf(facts).kind !== 'neverConnected') return [];
  const { namespace, pod } = facts.proxy;
  return [
    {
      severity: 'failing',
      items: [],
      why: {
        text: `The proxy has never been given any configuration: ${replicasText(facts)}, and Envoy has no cluster and no listener of istiod. Its pod cannot reach the mesh.`,
        fix: 'Look into the log of the container istio-proxy: it says why the agent cannot connect (address of istiod, certificate, network policy on port 15012).',
        evidence: [
          { kind: 'envoy', text: 'config_dump: no dynamic clusters, no dynamic listeners' },
          { kind: 'envoy', text: `istiod /debug/syncz: no entry ${proxyId(facts.proxy)}` },
        ],
        command: `kubectl logs -n ${namespace} ${pod} -c istio-proxy --tail=50`,
      },
    },
  ];
};
