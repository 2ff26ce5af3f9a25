import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import type { DriftRule } from '../drift-rule.ts';
import { explainNack } from '../nack/explain-nack.ts';

/** Envoy keeps, beside each resource, the reason for which it refused its last update. istioctl does not show it. */
export const errorState: DriftRule = ({ proxy, mesh, own }) => {
  const errors = own?.errors ?? [];
  return [...Map.groupBy(errors, ({ section }) => section)].map(([section, ofSection]) => {
    const refused = ofSection.map(({ name, details }) => ({ name, reason: details }));
    const text = refused.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
    const story = explainNack({ refused, text }, { proxy, mesh });
    const neverAccepted = ofSection.filter(({ isActive }) => !isActive).length;
    const count =
      neverAccepted === 0
        ? 'Each goes on as it was before.'
        : `${neverAccepted} of ${ofSection.length} ${neverAccepted === 1 ? 'has' : 'have'} never been accepted, so traffic for them has no ${section.replace(/s$/, '')}.`;
    return {
      severity: 'failing' as const,
      items: ofSection.map(({ name }) => ({ section, name })),
      why: {
        text: `Envoy has ${ofSection.length} ${section} whose last update it refused: ${story.text} ${count}`,
        fix: story.fix,
        evidence: [
          ...ofSection.slice(0, 3).map(({ path, name, details }) => ({
            kind: 'envoy' as const,
            text: `${path} error_state of ${name}: ${details}`,
          })),
          ...(story.evidence ?? []),
        ],
        command: `kubectl exec -n ${proxy.namespace} ${proxy.pod} -c istio-proxy -- pilot-agent request GET config_dump # ${proxyId(proxy)}`,
      },
    };
  });
};
