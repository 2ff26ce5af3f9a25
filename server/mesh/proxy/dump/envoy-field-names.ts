import { isObject, type Json, type JsonObject } from '#server/mesh/proxy/json/json.ts';

/** Fields whose keys are names that somebody chose, not fields; their values are messages again. */
const mapsOfMessages = new Set([
  'typed_per_filter_config',
  'typed_extension_protocol_options',
  'policies',
  'typed_filter_metadata',
]);
/** Free structures: not one key below them is a field of Envoy's. */
const freeStructures = new Set([
  'filter_metadata',
  'metadata_match',
  'labels',
  'value_struct',
  'fields',
  'json_format',
  'environment',
]);

/**
 * istiod's dumps write `virtualHosts` where Envoy writes `virtual_hosts`: gives them Envoy's names. Keys that are names
 * (of filters, policies, labels) stay as they are.
 */
export function withEnvoyFieldNames(value: Json): Json {
  if (Array.isArray(value)) return value.map(withEnvoyFieldNames);
  return isObject(value) ? renamed(value) : value;
}

function renamed(object: JsonObject): JsonObject {
  // The value of a TypedStruct is free, too.
  const isTypedStruct = String(object['@type'] ?? '').endsWith('.TypedStruct');
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const name = snakeCase(key);
      const isFree =
        freeStructures.has(name) ||
        (isTypedStruct && name === 'value') ||
        isNodeMetadata(object, name) ||
        isSocketMatch(object, name);
      return [
        name,
        isFree ? value : mapsOfMessages.has(name) ? withRenamedValues(value) : withEnvoyFieldNames(value),
      ];
    }),
  );
}

function withRenamedValues(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withEnvoyFieldNames(inner)]));
}

/** `node.metadata` is Istio's NodeMetadata, unlike the metadata of routes and clusters. */
function isNodeMetadata(object: JsonObject, name: string): boolean {
  return name === 'metadata' && typeof object.id === 'string' && 'cluster' in object;
}

/** What an endpoint's metadata is compared with, unlike the `match` of a route. */
function isSocketMatch(object: JsonObject, name: string): boolean {
  return name === 'match' && 'transportSocket' in object;
}

/** Names with digits, of which the camel case does not tell where a word begins. */
const known = new Map([
  ['consecutive5xx', 'consecutive_5xx'],
  ['enforcingConsecutive5xx', 'enforcing_consecutive_5xx'],
  ['proxy100Continue', 'proxy_100_continue'],
]);

function snakeCase(key: string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const name = /^[a-z][a-zA-Z0-9]*$/.test(key)
    ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : key;
  if (known.size < 5000) known.set(key, name);
  return name;
}
