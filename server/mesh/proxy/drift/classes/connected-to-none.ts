import { formatQuantity } from '#lib/format-count.ts';
import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import { absenceOf, replicasText } from '../absence.ts';
import type { DriftRule } from '../drift-rule.ts';

/** The proxy was configured once; no replica of istiod has its connection now. */
export const connectedToNone: DriftRule = (facts) => {
  if (absenceOf(facts).kind !== 'connectedToNone') return [];
  const { namespace, pod } = facts.proxy;
  const count = facts.own?.dynamicCount ?? 0;
  return [
    {
      severity: 'failing',
      items: [],
      why: {
        text: `The proxy lost its control plane: ${replicasText(facts)}, while Envoy still works with what it was sent before. Changes and new endpoints do not reach it.`,
        fix: 'Look into the log of the container istio-proxy for the reason that it cannot connect again; restarting the pod connects it anew where istiod can be reached.',
        evidence: [
          {
            kind: 'envoy',
            text: `config_dump: ${formatQuantity(count, 'cluster or listener', 'clusters and listeners')} from istiod`,
          },
          { kind: 'envoy', text: `istiod /debug/syncz: no entry ${proxyId(facts.proxy)}` },
        ],
        command: `kubectl logs -n ${namespace} ${pod} -c istio-proxy --tail=50`,
      },
    },
  ];
};
