import { formatAge } from '#lib/format-time.ts';
import type { DriftRule } from '../drift-rule.ts';
import { thresholds } from '../thresholds.ts';

/** Envoy holds a resource back because something that it needs has not come. */
export const warmingStuck: DriftRule = ({ proxy, nowMs, own }) => {
  const stuck = (own?.warming ?? []).filter(
    ({ since }) => since === undefined || nowMs - Date.parse(since) > thresholds.warmingMs,
  );
  return [...Map.groupBy(stuck, ({ section }) => section)].map(([section, ofSection]) => {
    const waits = own?.waitsFor ?? [];
    const reason =
      waits.length > 0
        ? `They wait for ${waits.slice(0, 3).join(', ')}${waits.length > 3 ? ` and ${waits.length - 3} more` : ''}.`
        : 'Envoy does not say what for; mostly a secret, a route table or endpoints that were never sent.';
    const [first] = ofSection;
    const age =
      first?.since === undefined
        ? ''
        : `, last updated ${formatAge((nowMs - Date.parse(first.since)) / 1000)},`;
    const one = ofSection.length === 1;
    return {
      severity: 'degraded' as const,
      items: ofSection.map(({ name }) => ({ section, name })),
      why: {
        text: `${ofSection.length} ${one ? section.replace(/s$/, '') : section} ${one ? 'is' : 'are'} warming${age} and not in use: ${ofSection
          .slice(0, 3)
          .map(({ name }) => name)
          .join(', ')}. ${reason}`,
        fix:
          section === 'secrets' || ofSection.some(({ name }) => name.startsWith('kubernetes'))
            ? 'Check that the Secret exists and that the gateway may read it.'
            : 'Check that istiod has endpoints and route tables for it, and what it refused (LDS, RDS).',
        evidence: ofSection.slice(0, 3).map(({ path, name }) => ({
          kind: 'envoy' as const,
          text: `${path} ${name}: warming`,
        })),
        command: `kubectl exec -n ${proxy.namespace} ${proxy.pod} -c istio-proxy -- pilot-agent request GET init_dump`,
      },
    };
  });
};
