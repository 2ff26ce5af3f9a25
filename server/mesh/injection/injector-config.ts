import { parse } from 'yaml';
import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { labelSelectorSchema } from './kubernetes-selector.ts';

const names = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);
const selectors = z
  .array(labelSelectorSchema)
  .nullish()
  .transform((list) => list ?? []);
const configSchema = z.looseObject({
  policy: z.string().default('enabled'),
  defaultTemplates: names,
  neverInjectSelector: selectors,
  alwaysInjectSelector: selectors,
  templates: z.record(z.string(), z.unknown()).default({}),
  aliases: z.record(z.string(), z.array(z.string())).default({}),
});
export type InjectorConfig = z.output<typeof configSchema> & { configMap: string };

const kept = new WeakMap<ObjectOf<'ConfigMap'>, InjectorConfig | { problem: string }>();

/** A revision's own settings of its injector, or why they are not known. */
export function injectorConfigOf(
  { ConfigMap: configMaps }: Pick<MeshObjects, 'ConfigMap'>,
  { revision, rootNamespace }: { revision: string; rootNamespace: string },
): InjectorConfig | { problem: string } {
  const name = revision === 'default' ? 'istio-sidecar-injector' : `istio-sidecar-injector-${revision}`;
  const configMap = configMaps.find(
    ({ metadata }) => metadata.namespace === rootNamespace && metadata.name === name,
  );
  if (configMap === undefined) return { problem: `ConfigMap ${rootNamespace}/${name} could not be read` };
  const known = kept.get(configMap) ?? read(configMap, `${rootNamespace}/${name}`);
  kept.set(configMap, known);
  return known;
}

function read({ data = {} }: ObjectOf<'ConfigMap'>, configMap: string): InjectorConfig | { problem: string } {
  try {
    return { ...configSchema.parse(parse(data.config ?? '')), configMap };
  } catch {
    return { problem: `the key config of ConfigMap ${configMap} is no injector configuration` };
  }
}
