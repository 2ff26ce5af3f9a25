import { type Answer, faultAnswer } from './answers.ts';
import type { ProxyRoute } from './proxy-routes.ts';
import type { Latency } from './step.ts';

/** What a fault injected on a route makes of every request on it; `usual` is how long the callee takes. */
export function faultOf(route: ProxyRoute, usual: Latency): Answer | undefined {
  const fault = route.typed_per_filter_config?.['envoy.filters.http.fault'];
  if (fault === undefined) return undefined;
  const abortStatus = fault.abort?.http_status;
  const delayMs = millisecondsOf(fault.delay?.fixed_delay);
  return faultAnswer({ ...(abortStatus !== undefined && { abortStatus }), delayMs }, usual);
}

/** Durations in Envoy's JSON are seconds with an `s`. */
function millisecondsOf(duration = '0s'): number {
  return Number.parseFloat(duration) * 1000;
}
