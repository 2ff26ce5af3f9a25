import { z } from 'zod';
import { words } from '../spec-words.ts';

const names = z.array(z.looseObject({ name: z.string().optional() })).default([]);
const telemetry = z.looseObject({
  accessLogging: z.array(z.looseObject({ disabled: z.boolean().optional(), providers: names })).default([]),
  metrics: z
    .array(z.looseObject({ providers: names, overrides: z.array(z.unknown()).default([]) }))
    .default([]),
  tracing: z
    .array(
      z.looseObject({
        providers: names,
        randomSamplingPercentage: z.number().optional(),
        disableSpanReporting: z.boolean().optional(),
      }),
    )
    .default([]),
});

export const telemetryWords = words(telemetry, ({ accessLogging, metrics, tracing }) => [
  ...accessLogging.map((one, index) => ({
    text: one.disabled === true ? 'writes no access log' : `writes access logs${providers(one.providers)}`,
    path: `spec.accessLogging[${index}]`,
  })),
  ...metrics.map((one, index) => ({
    text: `metrics${providers(one.providers)}, ${one.overrides.length} overrides`,
    path: `spec.metrics[${index}]`,
  })),
  ...tracing.map((one, index) => ({
    text:
      one.disableSpanReporting === true
        ? 'reports no spans'
        : `traces ${one.randomSamplingPercentage ?? 'the mesh’s share of'} %${providers(one.providers)}`,
    path: `spec.tracing[${index}]`,
  })),
]);

function providers(all: readonly { name?: string | undefined }[]): string {
  const known = all.flatMap(({ name }) => name ?? []);
  return known.length === 0 ? '' : ` to ${known.join(', ')}`;
}
