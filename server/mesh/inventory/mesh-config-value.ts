import { parse } from 'yaml';
import { z } from 'zod';

const branch = z.record(z.string(), z.unknown());

/**
 * One scalar of Istio's mesh configuration (YAML, as in the ConfigMap `istio`), by its path of keys; undefined where
 * it is not set or where the text is not YAML.
 */
export function meshConfigValue(text: string, path: readonly string[]): string | undefined {
  const value = path.reduce<unknown>((at, key) => branch.safeParse(at).data?.[key], parseYaml(text));
  return typeof value === 'string' ? value : undefined;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
