import type { ObjectOf } from '#lib/objects/kinds.ts';

type ServicePort = ObjectOf<'Service'>['spec']['ports'][number];

/** The pods' port that a Service's port leads to; undefined for a name that no container has. */
export function targetPortOf(
  { port, targetPort = port, protocol = 'TCP' }: ServicePort,
  pods: readonly ObjectOf<'Pod'>[],
): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  if (/^\d+$/.test(targetPort)) return Number(targetPort);
  for (const { spec } of pods)
    for (const container of [...spec.containers, ...spec.initContainers])
      for (const declared of container.ports ?? [])
        if (declared.name === targetPort && (declared.protocol ?? 'TCP') === protocol)
          return declared.containerPort;
  return undefined;
}
