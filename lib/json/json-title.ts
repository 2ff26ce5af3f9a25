import { isObject, type Json, type JsonObject } from './json.ts';

const nameFields = ['name', 'cluster_name', 'clusterName', 'stat_prefix'];

/** What an object of a dump is called: its own name, its type, or the name of what it wraps. */
export function jsonTitle(value: Json): string | undefined {
  if (!isObject(value)) return undefined;
  const own = nameOf(value) ?? typeNameOf(value);
  if (own !== undefined) return own;
  for (const inner of Object.values(value)) {
    const name = isObject(inner) ? nameOf(inner) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameOf(object: JsonObject): string | undefined {
  for (const field of nameFields) {
    const name = object[field];
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}

/** `type.googleapis.com/envoy.admin.v3.ClustersConfigDump` is a `ClustersConfigDump`. */
function typeNameOf(object: JsonObject): string | undefined {
  const type = object['@type'];
  return typeof type === 'string' ? type.slice(type.lastIndexOf('.') + 1) : undefined;
}
