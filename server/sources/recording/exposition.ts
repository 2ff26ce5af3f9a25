import { Counter, Histogram, Registry } from 'prom-client';
import { ViglaError } from '#server/errors.ts';
import type { CounterStore } from '#server/metrics/counter-store.ts';
import type { Sources } from '#server/sources/interface.ts';
import { metricFamilies } from './model/metrics.ts';
import type { Recording } from './recording.ts';

/** Labels are not declared, as nothing is ever observed: the values come ready from the model. */
type Value = { labels: Record<string, string>; value: number };

/** The modelled Istio metrics of now in Prometheus' text format. */
export async function demoMetrics(sources: Sources): Promise<{ contentType: string; body: string }> {
  if (!isRecording(sources)) throw new ViglaError('not_found', 'Only a recorded mesh has modelled metrics.');
  const counters = await sources.counters();
  const seconds = sources.now() / 1000;
  const registry = new Registry();
  for (const family of metricFamilies) {
    const metric =
      family.type === 'counter'
        ? new ComputedCounter(family.name, family.help, () => begunValues(counters, family.name, seconds))
        : new ComputedHistogram(family.name, family.help, () =>
            histogramValues(counters, family.name, seconds),
          );
    registry.registerMetric(metric);
  }
  return { contentType: registry.contentType, body: await registry.metrics() };
}

function isRecording(sources: Sources): sources is Recording {
  return 'counters' in sources;
}

/** A counter whose values are computed when it is asked. */
class ComputedCounter extends Counter {
  readonly #values: () => Value[];

  constructor(name: string, help: string, values: () => Value[]) {
    super({ name, help, registers: [] });
    this.#values = values;
  }

  override async get() {
    return { ...(await super.get()), values: this.#values() };
  }
}

type NamedValue = Value & { metricName: string };

class ComputedHistogram extends Histogram {
  readonly #family: { name: string; help: string };
  readonly #values: () => NamedValue[];

  constructor(name: string, help: string, values: () => NamedValue[]) {
    super({ name, help, registers: [] });
    this.#family = { name, help };
    this.#values = values;
  }

  /** What the registry, and a histogram's own `get()`, ask for. */
  async getForPromString() {
    return { ...this.#family, type: 'histogram', values: this.#values() };
  }
}

/** A proxy reports a series from its first event on. */
function begunValues(counters: CounterStore, metric: string, seconds: number): Value[] {
  const values = counters
    .series(metric)
    .map(({ labels, valueAt }) => ({ labels: { ...labels }, value: valueAt(seconds) }));
  return values.filter(({ value }) => value > 0);
}

/** Of a histogram that has begun every bucket is reported, the empty ones too. */
function histogramValues(counters: CounterStore, name: string, seconds: number): NamedValue[] {
  const sumsAndCounts = ['sum', 'count'].flatMap((part) =>
    begunValues(counters, `${name}_${part}`, seconds).map((value) => ({
      ...value,
      metricName: `${name}_${part}`,
    })),
  );
  const begun = new Set(sumsAndCounts.map(({ labels }) => JSON.stringify(labels)));
  const buckets = counters.series(`${name}_bucket`).flatMap(({ labels: { le = '', ...labels }, valueAt }) => {
    if (!begun.has(JSON.stringify(labels))) return [];
    return [{ labels: { ...labels, le }, value: valueAt(seconds), metricName: `${name}_bucket` }];
  });
  return [...buckets, ...sumsAndCounts];
}
