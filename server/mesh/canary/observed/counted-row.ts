import type { Series } from '#server/metrics/query.ts';
import { type AnswerOf, answerOf } from './answer-of.ts';
import { type Labels, processOf } from './counter-labels.ts';
import type { FirstValues } from './first-values.ts';
import type { CounterKind } from './plan-counters.ts';
import { readCounter } from './read-counter.ts';
import { type RowEnds, rowEnds } from './row-ends.ts';
import { hostOf } from './split-hosts.ts';

/** A series that is about a host of some split, counted. */
export type CountedRow = RowEnds & {
  labels: Labels;
  /** In full, as the splits' versions have it. */
  host: string;
  answer: AnswerOf;
  /** What was counted in each slice; empty where nothing was in any. */
  counts: Float64Array;
  total: number;
  unusable: number;
  fractional: number;
  /** Times at which a counter fell that several processes may share, so that it cannot be told what began anew. */
  sharedResets: number;
};

type Slices = readonly { startSeconds: number; endSeconds: number }[];
type Context = {
  kind: CounterKind;
  hosts: ReadonlyMap<string, string>;
  firstValues: FirstValues;
  slices: Slices;
};

const nothing = new Float64Array(0);

/** Counts a series slice by slice; undefined for one that is about none of the hosts. */
export function countedRow(
  row: Series,
  { kind, hosts, firstValues, slices }: Context,
): CountedRow | undefined {
  const { labels } = row;
  const host = hostOf(labels, hosts);
  if (host === undefined) return undefined;
  let counts = nothing;
  let total = 0;
  const { unusable, fractional, resets } = readCounter(row.points, {
    isBaseline: firstValues(row),
    add(atSeconds, count) {
      const slice = sliceAt(slices, atSeconds);
      if (slice === undefined) return;
      if (counts === nothing) counts = new Float64Array(slices.length);
      counts[slice] = (counts[slice] ?? 0) + count;
      total += count;
    },
  });
  return {
    labels,
    host,
    ...rowEnds(labels),
    answer: answerOf(labels, kind),
    counts,
    total,
    unusable,
    fractional,
    sharedResets: processOf(labels) === '' ? resets : 0,
  };
}

/** The slice that a point ends or lies in: some stores move the times that they are asked for. */
function sliceAt(slices: Slices, atSeconds: number): number | undefined {
  const [first] = slices;
  if (first === undefined) return undefined;
  const index = Math.ceil((atSeconds - first.startSeconds) / (first.endSeconds - first.startSeconds)) - 1;
  return index >= 0 && index < slices.length ? index : undefined;
}
