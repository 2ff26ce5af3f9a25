import type { Warning } from '#lib/contract/envelope.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { LatencyBuckets } from '../observed.ts';
import { isOfConnections } from '../of-connections.ts';
import type { Split } from '../split.ts';
import { latencyOf } from './latency-of.ts';
import { loadStoreBeginning } from './load-store-beginning.ts';
import { ofCallersIn } from './of-callers-in.ts';
import { planLatency } from './plan-counters.ts';
import { askedRange, type ObservedTime, sliceGrid } from './slice-grid.ts';

/** Points between the start and the end: enough to see most restarts. */
const steps = 12;

export type Latency = {
  /** By the index of the split's versions; absent without requests or without a histogram. */
  byVersion: readonly (LatencyBuckets | undefined)[];
  warnings: Warning[];
  /** Present where the store could not be read. */
  failure?: unknown;
};

/**
 * How long requests of each version took over `time` (epoch seconds), as those who choose the version measured it. A
 * histogram that is missing or cannot be read is a warning; TCP has none.
 */
export async function loadLatency(split: Split, time: ObservedTime, context: LoadContext): Promise<Latency> {
  const nothing = split.versions.map(() => undefined);
  if (isOfConnections(split)) return { byVersion: nothing, warnings: [] };
  const stepSeconds = 30 * Math.max(1, Math.ceil((time.toSeconds - time.fromSeconds) / steps / 30));
  const grid = sliceGrid({ stepSeconds, ...time });
  const range = askedRange(grid);
  try {
    const { sources, signal, cluster } = context;
    const query = ofCallersIn(cluster, planLatency(split));
    const answer = await sources.metrics.queryRange(query, range, signal);
    const begun = await loadStoreBeginning(answer.rows, range, context);
    const { byVersion, hasRows, unusable, droppedBounds, repaired, untold } = latencyOf(split, answer.rows, {
      range,
      storeFromSeconds: begun.atSeconds,
    });
    const sentences = [
      ...answer.warnings,
      ...begun.warnings,
      ...begun.notes,
      ...(hasRows ? [] : ['the metric store has no istio_request_duration_milliseconds for these hosts.']),
      ...noteIf(
        unusable,
        `${formatQuantity(unusable, 'value')} of the counters, below zero or no numbers, had to be passed over.`,
      ),
      ...noteIf(
        untold,
        `${formatQuantity(untold, 'histogram')} without the bucket of all requests, or with no other, had to be left out.`,
      ),
      ...noteIf(
        droppedBounds,
        `${formatQuantity(droppedBounds, 'bound')} of buckets had to be left out, as not all proxies have them.`,
      ),
      ...noteIf(
        repaired,
        `${formatQuantity(repaired, 'bucket')} with fewer requests than the one below had to be raised to it.`,
      ),
    ];
    return {
      byVersion,
      warnings: sentences.map((text) =>
        warning(hasRows ? 'metrics_incomplete' : 'metrics_missing', `Response times by version: ${text}`),
      ),
    };
  } catch (failure) {
    context.signal.throwIfAborted();
    const text = `Response times by version could not be read: ${messageOf(failure)}`;
    return { byVersion: nothing, warnings: [warning('metrics_missing', text)], failure };
  }
}

function noteIf(count: number, sentence: string): string[] {
  return count === 0 ? [] : [sentence];
}

function warning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
