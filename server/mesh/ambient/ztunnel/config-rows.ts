import { isObject, type Json } from '#server/mesh/proxy/json/json.ts';
import type { ZtunnelDump } from './ztunnel-dump.ts';
import type { ZtunnelRows } from './ztunnel-job.ts';

type Setting = { key: string; value: string };

/** Ztunnel's own settings, flat: `dnsResolverOpts.ndots`. */
export function configRows({ config }: ZtunnelDump): ZtunnelRows<Setting> {
  return { rows: flat(config, ''), problems: [] };
}

function flat(value: Json, key: string): Setting[] {
  if (!isObject(value)) return [{ key, value: Array.isArray(value) ? JSON.stringify(value) : String(value) }];
  const entries = Object.entries(value);
  if (entries.length === 0) return [{ key, value: '{}' }];
  return entries.flatMap(([name, inner]) => flat(inner, key === '' ? name : `${key}.${name}`));
}
