import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { ServiceRule } from '#server/sources/observed/service-search.ts';

type Service = ObjectOf<'Service'>;

/** The port of a Service that a rule would ask; undefined where the rule does not mean this Service. */
export function portFor(rule: ServiceRule, service: Service): Service['spec']['ports'][number] | undefined {
  const { metadata, spec } = service;
  // The API server would ask whatever the name leads to, outside of the cluster.
  if (spec.type === 'ExternalName') return undefined;
  const hasLabels = rule.labels?.some((labels) =>
    Object.entries(labels).every(([name, value]) => metadata.labels[name] === value),
  );
  if (hasLabels !== true && rule.name?.test(metadata.name) !== true) return undefined;
  const tcp = spec.ports.filter(({ protocol = 'TCP' }) => protocol === 'TCP');
  return rule.ports
    .map((wanted) => tcp.find(({ name, port }) => wanted === name || wanted === port))
    .find((port) => port !== undefined);
}
