import { redact } from '#lib/redact/redact.ts';
import { ViglaError } from '#server/errors.ts';
import {
  at,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
} from '#server/mesh/proxy/json/json.ts';
import type { DumpItem, DumpSection, ItemError, ItemState, ProxyDump } from './dump.ts';
import { withEnvoyFieldNames } from './envoy-field-names.ts';

type Group = { field: string; state: ItemState; inner: string; section: DumpSection };

/** What each part of a dump holds. Listeners have their states inside each entry. */
const groups: Record<string, readonly Group[]> = {
  ClustersConfigDump: [
    { field: 'static_clusters', state: 'static', inner: 'cluster', section: 'clusters' },
    { field: 'dynamic_active_clusters', state: 'active', inner: 'cluster', section: 'clusters' },
    { field: 'dynamic_warming_clusters', state: 'warming', inner: 'cluster', section: 'clusters' },
  ],
  ListenersConfigDump: [
    { field: 'static_listeners', state: 'static', inner: 'listener', section: 'listeners' },
    { field: 'dynamic_listeners', state: 'active', inner: 'active_state.listener', section: 'listeners' },
    { field: 'dynamic_listeners', state: 'warming', inner: 'warming_state.listener', section: 'listeners' },
    { field: 'dynamic_listeners', state: 'draining', inner: 'draining_state.listener', section: 'listeners' },
  ],
  RoutesConfigDump: [
    { field: 'static_route_configs', state: 'static', inner: 'route_config', section: 'routes' },
    { field: 'dynamic_route_configs', state: 'active', inner: 'route_config', section: 'routes' },
  ],
  EndpointsConfigDump: [
    { field: 'static_endpoint_configs', state: 'static', inner: 'endpoint_config', section: 'endpoints' },
    { field: 'dynamic_endpoint_configs', state: 'active', inner: 'endpoint_config', section: 'endpoints' },
  ],
  SecretsConfigDump: [
    { field: 'static_secrets', state: 'static', inner: 'secret', section: 'secrets' },
    { field: 'dynamic_active_secrets', state: 'active', inner: 'secret', section: 'secrets' },
    { field: 'dynamic_warming_secrets', state: 'warming', inner: 'secret', section: 'secrets' },
  ],
  EcdsConfigDump: [{ field: 'ecds_filters', state: 'active', inner: 'ecds_filter', section: 'ecds' }],
  // No proxy of Istio has scoped routes; istiod sends the empty shell all the same.
  ScopedRoutesConfigDump: [],
};

/**
 * A dump out of the bytes of an answer: the one door, behind which private keys and tokens are gone.
 * @throws ViglaError `source_failed` for what is no dump, or was cut off
 */
export function openDump(bytes: Uint8Array): ProxyDump {
  const text = new TextDecoder().decode(bytes);
  return readDump(parse(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const isCut = text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}');
    const reason = isCut ? `is cut off after ${text.length} characters` : 'is not JSON';
    throw new ViglaError(
      'source_failed',
      `The configuration dump ${reason}. Ask again, or for one section.`,
      {
        cause,
      },
    );
  }
}

/** A dump out of parsed JSON, Envoy's or istiod's. @throws ViglaError `source_failed` where it has no `configs` */
export function readDump(value: unknown): ProxyDump {
  if (!isObject(value) || !Array.isArray(value.configs))
    throw new ViglaError('source_failed', 'This is no configuration dump of Envoy: it has no "configs".');
  const raw = redact(value);
  const items: Record<DumpSection, DumpItem[]> = {
    clusters: [],
    listeners: [],
    routes: [],
    endpoints: [],
    secrets: [],
    ecds: [],
  };
  const unknown: { type: string; path: string }[] = [];
  const problems: string[] = [];
  let bootstrap: ProxyDump['bootstrap'];
  const configs = at(raw, 'configs');
  for (const [index, part] of (Array.isArray(configs) ? configs : []).entries()) {
    const path = `configs[${index}]`;
    const type = textAt(part, '@type') ?? '';
    const name = type.slice(type.lastIndexOf('.') + 1);
    const config = partOf(part);
    if (name === 'BootstrapConfigDump') bootstrap = bootstrapOf(config, path) ?? bootstrap;
    else if (Object.hasOwn(groups, name))
      readGroups({ groups: groups[name] ?? [], config, path, items, problems });
    else unknown.push({ type: type === '' ? '(no type)' : type, path });
  }
  return { bootstrap, items, unknown, problems, raw: isObject(raw) ? raw : {} };
}

/** istiod writes camel case; one look at the keys tells. */
function partOf(part: Json): JsonObject {
  if (!isObject(part)) return {};
  const isIstiods = Object.keys(part).some((key) => /^[a-z]+[A-Z]/.test(key));
  const named = isIstiods ? withEnvoyFieldNames(part) : part;
  return isObject(named) ? named : {};
}

function bootstrapOf(config: JsonObject, path: string): ProxyDump['bootstrap'] {
  const value = objectAt(config, 'bootstrap');
  return value && { value, path: `${path}.bootstrap`, lastUpdated: textAt(config, 'last_updated') };
}

type Reading = {
  groups: readonly Group[];
  config: JsonObject;
  path: string;
  items: Record<DumpSection, DumpItem[]>;
  problems: string[];
};

function readGroups({ groups, config, path, items, problems }: Reading): void {
  for (const { field, state, inner, section } of groups) {
    for (const [index, entry] of objectsAt(config, field).entries()) {
      const steps = inner.split('.');
      const value = objectAt(entry, ...steps);
      const place = `${path}.${field}[${index}]`;
      const holder = steps.length > 1 ? (objectAt(entry, steps[0] ?? '') ?? {}) : entry;
      if (value !== undefined)
        items[section].push(itemOf({ entry, holder, value, state, path: `${place}.${inner}` }));
      else if (state === 'active' && isRefused(entry))
        items[section].push(refusedItem(entry, place, problems));
      else if (state !== 'warming' && state !== 'draining' && !hasOtherState(entry))
        problems.push(`${place} has no ${inner}.`);
    }
  }
}

function hasOtherState(entry: JsonObject): boolean {
  return ['active_state', 'warming_state', 'draining_state'].some(
    (state) => objectAt(entry, state) !== undefined,
  );
}

/** Refused and nothing of it ever accepted. */
function isRefused(entry: JsonObject): boolean {
  return objectAt(entry, 'error_state') !== undefined && !hasOtherState(entry);
}

function refusedItem(entry: JsonObject, path: string, problems: string[]): DumpItem {
  const value = objectAt(entry, 'error_state', 'failed_configuration') ?? {};
  const name = textAt(entry, 'name') ?? nameOf(value);
  if (name === '') problems.push(`${path} was refused and has no name.`);
  return { name, state: 'rejected', value, error: errorOf(entry), path };
}

type ItemParts = { entry: JsonObject; holder: JsonObject; value: JsonObject; state: ItemState; path: string };

function itemOf({ entry, holder, value, state, path }: ItemParts): DumpItem {
  return {
    name: textAt(entry, 'name') ?? nameOf(value),
    state,
    value,
    version: textAt(holder, 'version_info') ?? textAt(entry, 'version_info'),
    lastUpdated: textAt(holder, 'last_updated') ?? textAt(entry, 'last_updated'),
    error: errorOf(entry),
    path,
  };
}

function nameOf(value: JsonObject): string {
  return textAt(value, 'name') ?? textAt(value, 'cluster_name') ?? '';
}

function errorOf(entry: JsonObject): ItemError | undefined {
  const error = objectAt(entry, 'error_state');
  if (error === undefined) return undefined;
  return {
    details: textAt(error, 'details') ?? '(Envoy gives no reason)',
    lastUpdateAttempt: textAt(error, 'last_update_attempt'),
    version: textAt(error, 'version_info'),
  };
}
