import { textAt } from '#server/mesh/proxy/json/json.ts';

const markerPath = /^\/apis\/networking\.istio\.io\/[^/]*\/namespaces\/([^/]*)\/[^/]*\/([^/]*)$/;

/**
 * The object that Istio marked an item with, as istioctl writes it: `<name>.<namespace>`, `<unknown>` for a marker of another
 * API group, empty without one. Source: `filter_metadata.istio.config`, istioctl's writer of proxy-config.
 */
export function configOwner(item: unknown): string {
  const marker = textAt(item, 'metadata', 'filter_metadata', 'istio', 'config');
  if (marker === undefined) return '';
  const [, namespace, name] = markerPath.exec(marker) ?? [];
  if (name !== undefined) return `${name}.${namespace}`;
  return marker.startsWith('/apis/networking.istio.io/') ? '' : '<unknown>';
}
