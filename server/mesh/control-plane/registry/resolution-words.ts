/** Istio's names by number. Source: `Resolution` in `pilot/pkg/model/service.go`. */
const resolutions = ['ClientSideLB', 'DNSLB', 'Passthrough', 'DNSRoundRobinLB', 'Alias', 'DynamicDNS'];

/** The name of a resolution; the number itself where it is a newer one. */
export function resolutionWord(resolution: number | undefined): string {
  if (resolution === undefined) return 'unknown';
  return resolutions[resolution] ?? `resolution ${resolution}`;
}
