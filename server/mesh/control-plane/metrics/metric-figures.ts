import type { MetricFigure } from '#lib/contract/mesh-metrics.ts';
import type { ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import { parseExposition } from '#server/mesh/proxy/stats/parse-exposition.ts';
import { figureKinds } from './figure-kinds.ts';

/** Every figure off the scrapes of all replicas; a quantile of all is one of their summed buckets. */
export function metricFigures(answers: readonly ReplicaAnswer<string>[]): MetricFigure[] {
  const scrapes = answers.map(({ replica, value }) => ({ replica, samples: parseExposition(value).samples }));
  const all = scrapes.flatMap(({ samples }) => samples);
  return figureKinds.map(({ read, ...kind }) => {
    const value = read(all);
    return {
      ...kind,
      ...(value === undefined ? {} : { value }),
      replicas: scrapes.flatMap(({ replica, samples }) => {
        const own = read(samples);
        return own === undefined ? [] : [{ replica, value: own }];
      }),
    };
  });
}
