import { z } from 'zod';
import { type Manifest, onlyOf } from './rendered-chart.ts';

export const labels = z.record(z.string(), z.string());
const deploymentSchema = z.looseObject({
  spec: z.looseObject({
    replicas: z.number(),
    selector: z.object({ matchLabels: labels }),
    template: z.looseObject({
      metadata: z.looseObject({ labels, annotations: labels }),
      spec: z.looseObject({
        securityContext: z.unknown(),
        enableServiceLinks: z.boolean(),
        containers: z.tuple([
          z.looseObject({
            image: z.string(),
            securityContext: z.unknown(),
            env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })),
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            volumeMounts: z.array(z.looseObject({ name: z.string(), mountPath: z.string() })),
          }),
        ]),
        volumes: z.array(z.looseObject({ name: z.string() })),
      }),
    }),
  }),
});

/** What the chart's Deployment runs. */
export function podOf(manifests: readonly Manifest[]) {
  const { spec } = deploymentSchema.parse(onlyOf(manifests, 'Deployment'));
  return { ...spec, template: spec.template.metadata, pod: spec.template.spec };
}
