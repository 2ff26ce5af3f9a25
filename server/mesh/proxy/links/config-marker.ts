import { type JsonObject, textAt } from '#server/mesh/proxy/json/json.ts';

/** What `metadata.filter_metadata.istio.config` names; `kind` as Istio writes it there: `virtual-service`. */
export type ConfigMarker = { kind: string; namespace: string; name: string };

const path = /^\/apis\/[^/]+\/[^/]+\/namespaces\/([^/]*)\/([^/]+)\/(.+)$/;

/** Reads the marker of an item: `/apis/<group>/<version>/namespaces/<namespace>/<kind>/<name>`. */
export function configMarkerOf(istio: JsonObject | undefined): ConfigMarker | undefined {
  const found = path.exec(textAt(istio, 'config') ?? '');
  if (found === null) return undefined;
  const [, namespace = '', kind = '', name = ''] = found;
  return { kind, namespace, name };
}
