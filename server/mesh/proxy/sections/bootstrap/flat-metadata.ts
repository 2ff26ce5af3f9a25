import { isObject, type Json, objectAt } from '#server/mesh/proxy/json/json.ts';

/** The node's metadata as a flat list, `PROXY_CONFIG.concurrency`; its labels are left out. */
export function flatMetadata(bootstrap: unknown): { key: string; value: string }[] {
  return Object.entries(objectAt(bootstrap, 'node', 'metadata') ?? {})
    .filter(([key]) => key !== 'LABELS')
    .flatMap(([key, value]) => flat(key, value));
}

function flat(key: string, value: Json): { key: string; value: string }[] {
  if (isObject(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([inner, part]) => flat(`${key}.${inner}`, part));
  return [{ key, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

/** The pod's labels as the proxy knows them. */
export function nodeLabels(bootstrap: unknown): Record<string, string> {
  const labels = Object.entries(objectAt(bootstrap, 'node', 'metadata', 'LABELS') ?? {});
  return Object.fromEntries(labels.map(([key, value]) => [key, String(value)]));
}
