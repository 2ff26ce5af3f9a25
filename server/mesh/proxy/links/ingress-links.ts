import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { configMarkerOf } from './config-marker.ts';
import { showsLink } from './link.ts';
import { type Linker, referenceTo } from './linker.ts';
import { parseSyntheticName } from './synthetic-name.ts';

/**
 * The Ingress that Istio made a VirtualService of: its name ends with that of the Ingress, behind the host with hyphens
 * for dots. Source: Istio's Ingress controller.
 */
export const ingressLinks: Linker =
  ({ mesh }) =>
  ({ istio }): ProxyLink[] => {
    const marker = configMarkerOf(istio);
    const source = marker && parseSyntheticName(marker.name);
    if (marker === undefined || source?.from !== 'ingress') return [];
    const because = `Its metadata istio.config names ${marker.name}, which Istio made of the Ingress.`;
    const found = mesh.objects.Ingress.filter(
      ({ metadata }) =>
        metadata.namespace === marker.namespace &&
        (source.rest === metadata.name || source.rest.endsWith(`-${metadata.name}`)),
    ).toSorted((one, other) => other.metadata.name.length - one.metadata.name.length);
    const [longest] = found;
    const named = longest?.metadata ?? { namespace: marker.namespace, name: source.rest };
    return [
      showsLink(referenceTo('Ingress', named), {
        confidence: 'marker',
        because,
        isMissing: longest === undefined,
      }),
    ];
  };
