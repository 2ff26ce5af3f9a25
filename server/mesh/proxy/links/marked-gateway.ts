import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { configMarkerOf } from './config-marker.ts';
import { showsLink } from './link.ts';
import { referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';
import { parseSyntheticName } from './synthetic-name.ts';

/** The Gateway API Gateway, and its listener, that a VirtualService of Istio's own is named after. */
export function markedGateway({ istio }: Origin, objects: MeshObjects): ProxyLink | undefined {
  const marker = configMarkerOf(istio);
  const source = marker && parseSyntheticName(marker.name);
  if (source?.from !== 'gateway') return undefined;
  const { namespace, gateway: name } = source;
  const found = objects.Gateway.find(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
  );
  const place = found?.spec.listeners.findIndex((listener) => listener.name === source.listener) ?? -1;
  return showsLink(referenceTo('Gateway', { namespace, name }), {
    confidence: 'marker',
    part: place === -1 ? undefined : `listeners[${place}]`,
    because: `Its metadata istio.config names ${marker?.name}, which Istio made for the Gateway.`,
    isMissing: found === undefined,
  });
}
