import { isObject, type Json, textAt } from '#server/mesh/proxy/json/json.ts';

/** Objects whose keys are the reader's own, or that mean something as a whole only: they stay in one piece. */
const whole = new Set([
  'ca',
  'defaultHttpRetryPolicy',
  'defaultProviders',
  'defaultConfig.gatewayTopology',
  'defaultConfig.image',
  'defaultConfig.privateKeyProvider',
  'defaultConfig.proxyHeaders',
  'defaultConfig.proxyMetadata',
  'defaultConfig.proxyStatsMatcher',
  'defaultConfig.readinessProbe',
  'defaultConfig.runtimeValues',
  'defaultConfig.sds',
  'defaultConfig.tracing',
  'defaultConfig.envoyAccessLogService',
  'defaultConfig.envoyMetricsService',
  'meshMTLS',
  'tcpKeepalive',
  'thriftConfig',
  'tlsDefaults',
]);

/**
 * A mesh configuration as one value a path: objects are opened, lists of named entries by their names in brackets, other
 * lists stay whole. Empty objects say nothing and are left out.
 */
export function flattenSettings(value: unknown): Map<string, Json> {
  const settings = new Map<string, Json>();
  if (isObject(value)) addObject(settings, value, '');
  return settings;
}

function addObject(
  settings: Map<string, Json>,
  object: Readonly<Record<string, Json>>,
  before: string,
): void {
  for (const [key, value] of Object.entries(object)) add(settings, value, `${before}${key}`);
}

function add(settings: Map<string, Json>, value: Json, path: string): void {
  if (Array.isArray(value)) addList(settings, value, path);
  else if (isObject(value) && Object.keys(value).length === 0) return;
  else if (isObject(value) && !whole.has(path)) addObject(settings, value, `${path}.`);
  else if (value !== null) settings.set(path, value);
}

function addList(settings: Map<string, Json>, list: readonly Json[], path: string): void {
  const names = list.map((entry) => textAt(entry, 'name'));
  const isNamed =
    list.length > 0 && names.every((name) => name !== undefined) && new Set(names).size === list.length;
  if (isNamed) for (const [index, entry] of list.entries()) settings.set(`${path}[${names[index]}]`, entry);
  else if (list.length > 0) settings.set(path, list);
}

/** A value on one line, whatever the order of its keys. */
export function settingText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
