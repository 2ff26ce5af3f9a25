import { parse } from 'yaml';
import type { ProxyOverride } from '#lib/contract/mesh-configuration.ts';
import { redactText } from '#lib/redact/redact-text.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { isObject } from '#server/mesh/proxy/json/json.ts';

const annotation = 'proxy.istio.io/config';

/** Pods whose own annotation says otherwise than `defaultConfig`, with the keys that it sets. */
export function proxyOverrides({ Pod: pods }: Pick<MeshObjects, 'Pod'>): ProxyOverride[] {
  // Pods of one workload have the same text.
  const keysByText = new Map<string, string[]>();
  return pods.flatMap(({ metadata }) => {
    const text = metadata.annotations[annotation];
    if (text === undefined) return [];
    const keys = keysByText.get(text) ?? keysOf(text);
    keysByText.set(text, keys);
    return [{ namespace: metadata.namespace ?? '', pod: metadata.name, keys }];
  });
}

/** Of a text that is no YAML the text itself, without secrets: that pod cannot have started with it. */
function keysOf(text: string): string[] {
  try {
    const value: unknown = parse(text);
    return isObject(value) ? Object.keys(value) : [redactText(text)];
  } catch {
    return [redactText(text)];
  }
}
