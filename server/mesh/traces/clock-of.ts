import type { Span } from '#lib/contract/traces.ts';

/** By which clock a span was measured: its pod's address where a tag tells it, else its service's name. */
export function clockOf({ attributes, resource, service }: Span): string {
  return (
    attributes.node_id?.split('~')[1] ??
    attributes['network.local.address'] ??
    resource['k8s.pod.name'] ??
    resource['host.name'] ??
    service
  );
}
