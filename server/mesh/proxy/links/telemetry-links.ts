import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';
import type { Origin } from './origin.ts';
import { isOwnPort } from './own-items.ts';
import { policyLinks } from './policy-links.ts';

/** Telemetry in force for the chains of a pod: access logs, traces and metrics of them are its work. */
export const telemetryLinks: Linker = policyLinks(
  'Telemetry',
  isOfTraffic,
  'It decides about access logs, traces and metrics of what passes here.',
);

/** Telemetry whose statistics are fetched as an extension: `istio.io/telemetry/stats/…`. */
export const telemetryExtensionLinks: Linker =
  ({ proxy }) =>
  ({ filters = [] }) =>
    filters
      .filter((name) => name.startsWith('istio.io/telemetry/'))
      .flatMap((name) =>
        (proxy?.policies.get('Telemetry') ?? []).map(({ object, why }) =>
          showsLink(object, { confidence: 'inferred', because: `${name} is made of Telemetry. ${why}` }),
        ),
      );

/** Chains of Envoy's own ports and those that swallow loops have none. */
function isOfTraffic(origin: Origin): boolean {
  const { chain = '', clusters = [] } = origin;
  if (chain.endsWith('-blackhole') || isOwnPort(origin, 15021, 15090)) return false;
  return !clusters.some((name) => name === 'prometheus_stats' || name === 'agent');
}
