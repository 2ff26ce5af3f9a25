import { z } from 'zod';
import { type Manifest, onlyOf } from './rendered-chart.ts';

const ruleSchema = z.strictObject({
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  resourceNames: z.array(z.string()).optional(),
  verbs: z.array(z.string()),
});
const roleSchema = z.looseObject({ rules: z.array(ruleSchema) });

/** One right in words: `everywhere: get pods/log`, `everywhere: list networking.istio.io gateways`. */
export function rightInWords(right: {
  where: string;
  group: string;
  resource: string;
  verb: string;
}): string {
  const { where, group, resource, verb } = right;
  return `${where}: ${verb} ${group === '' ? '' : `${group} `}${resource}`;
}

export function rulesOf(manifests: readonly Manifest[], kind: 'ClusterRole' | 'Role') {
  return roleSchema.parse(onlyOf(manifests, kind)).rules;
}

/** Every right that the roles of the chart give, sorted. */
export function rightsOf(manifests: readonly Manifest[]): string[] {
  const everywhere = rulesOf(manifests, 'ClusterRole').map((rule) => ({ ...rule, where: 'everywhere' }));
  const inRoot = rulesOf(manifests, 'Role').map((rule) => ({ ...rule, where: 'root namespace' }));
  return [...everywhere, ...inRoot]
    .flatMap(({ where, apiGroups, resources, verbs }) =>
      apiGroups.flatMap((group) =>
        resources.flatMap((resource) => verbs.map((verb) => rightInWords({ where, group, resource, verb }))),
      ),
    )
    .sort();
}
