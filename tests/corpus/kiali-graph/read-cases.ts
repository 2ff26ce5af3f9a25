import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const caseSchema = z.looseObject({
  name: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.string()),
  ambientTraffic: z.string().optional(),
  mesh: z.looseObject({
    namespaces: z.array(z.string()),
    homeCluster: z.string().nullish(),
    pods: z
      .record(
        z.string(),
        z.array(z.looseObject({ name: z.string(), labels: z.record(z.string(), z.string()) })),
      )
      .optional(),
  }),
  responses: z.string(),
  expected: z.string(),
});

const responsesSchema = z.array(
  z.looseObject({
    query: z.string(),
    vector: z.array(z.looseObject({ metric: z.record(z.string(), z.string()), value: z.coerce.number() })),
  }),
);

const ratesSchema = z.looseObject({ rates: z.record(z.string(), z.coerce.number()).optional() });
const trafficSchema = ratesSchema.extend({
  protocol: z.string(),
  responses: z
    .record(
      z.string(),
      z.looseObject({
        flags: z.record(z.string(), z.coerce.number()).optional(),
        hosts: z.record(z.string(), z.coerce.number()).optional(),
      }),
    )
    .optional(),
});

const expectedSchema = z.looseObject({
  duration: z.number(),
  elements: z.looseObject({
    nodes: z.array(
      z.looseObject({
        data: z.looseObject({
          id: z.string(),
          nodeType: z.string(),
          cluster: z.string(),
          namespace: z.string().optional(),
          workload: z.string().optional(),
          app: z.string().optional(),
          version: z.string().optional(),
          service: z.string().optional(),
          isRoot: z.boolean().optional(),
          isOutside: z.boolean().optional(),
        }),
      }),
    ),
    edges: z.array(
      z.looseObject({
        data: z.looseObject({
          source: z.string(),
          target: z.string(),
          traffic: trafficSchema,
          waypoint: z
            .looseObject({ fromEdge: z.looseObject({ traffic: trafficSchema }).optional() })
            .optional(),
        }),
      }),
    ),
  }),
});

export type CorpusCase = z.output<typeof caseSchema> & {
  answers: z.output<typeof responsesSchema>;
  graph: z.output<typeof expectedSchema>;
};

/** Every case of the folder, with its recorded answers and the expected graph. */
export function readCases(folder: string): CorpusCase[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return z
    .looseObject({ cases: z.array(caseSchema) })
    .parse(read('cases.json'))
    .cases.map((one) => ({
      ...one,
      answers: responsesSchema.parse(read(one.responses)),
      graph: expectedSchema.parse(read(one.expected)),
    }));
}
