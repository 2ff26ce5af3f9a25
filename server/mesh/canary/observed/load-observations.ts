import type { Warning } from '#lib/contract/envelope.ts';
import { messageOf } from '#server/errors.ts';
import { atOnce } from '#server/mesh/at-once.ts';
import type { MetricAnswer, Series, TimeRange } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Observation } from '../observed.ts';
import type { Split } from '../split.ts';
import { countedRow } from './counted-row.ts';
import { type FirstValues, firstValues } from './first-values.ts';
import { loadStoreBeginning } from './load-store-beginning.ts';
import { observeSplit } from './observe-split.ts';
import { type CounterPlan, planCounters } from './plan-counters.ts';
import { askedRange, type ObservedTime, type SliceGrid, sliceGrid } from './slice-grid.ts';
import { hostIndex, hostNames } from './split-hosts.ts';

/** Questions to the store at the same time; most meshes need one. */
const questionsAtOnce = 4;

export type Observations = { bySplit: ReadonlyMap<Split, Observation>; warnings: Warning[] };

/**
 * What every caller of the splits sent to which version, slice by slice over `time` (epoch seconds), out of raw counters
 * that are asked once for all splits. A split whose counters could not be read has no sources, and a note that says so.
 * @throws ViglaError the metric store's own where nothing could be read
 */
export async function loadObservations(
  splits: readonly Split[],
  time: ObservedTime,
  context: LoadContext,
): Promise<Observations> {
  const grid = sliceGrid(time);
  const range = askedRange(grid);
  const plans = planCounters(splits);
  const answers = await atOnce(plans, questionsAtOnce, (plan) => ask(plan, range, context));
  const failures = answers.flatMap((answer) => ('failure' in answer ? [answer.failure] : []));
  if (plans.length > 0 && failures.length === plans.length) throw failures[0];

  const rows = answers.flatMap((answer) => ('rows' in answer ? answer.rows : []));
  const begun = await loadStoreBeginning(rows, range, context);
  const isFirst = firstValues(rows, {
    askedFromSeconds: range.startSeconds,
    storeFromSeconds: begun.atSeconds,
    stepSeconds: range.stepSeconds,
  });
  const bySplit = new Map<Split, Observation>();
  for (const [index, plan] of plans.entries()) {
    const answer = answers[index];
    if (answer === undefined) continue;
    const observed =
      'rows' in answer
        ? observePlan(plan, answer.rows, { grid, isFirst })
        : unread(plan, grid, answer.failure);
    for (const [split, observation] of observed)
      bySplit.set(split, { ...observation, notes: [...begun.notes, ...observation.notes] });
  }
  const warnings = new Set(answers.flatMap((answer) => ('rows' in answer ? answer.warnings : [])));
  return {
    bySplit,
    warnings: [
      ...failures.map((failure) =>
        warning('metrics_missing', `Some splits' requests could not be counted: ${messageOf(failure)}`),
      ),
      ...[...warnings, ...begun.warnings].map((text) =>
        warning('metrics_incomplete', `Counters of splits: ${text}`),
      ),
    ],
  };
}

type Answered = MetricAnswer<Series> | { failure: unknown };

async function ask(
  { query }: CounterPlan,
  range: TimeRange,
  { sources, signal }: LoadContext,
): Promise<Answered> {
  try {
    return await sources.metrics.queryRange(query, range, signal);
  } catch (failure) {
    return { failure };
  }
}

function observePlan(
  { kind, splits }: CounterPlan,
  rows: readonly Series[],
  { grid, isFirst }: { grid: SliceGrid; isFirst: FirstValues },
): (readonly [Split, Observation])[] {
  const namesBySplit = new Map(splits.map((split) => [split, hostNames(split)]));
  const hosts = hostIndex([...namesBySplit.values()].flat());
  const counted = rows.flatMap(
    (row) => countedRow(row, { kind, hosts, firstValues: isFirst, slices: grid.slices }) ?? [],
  );
  const rowsByHost = Map.groupBy(counted, ({ host }) => host);
  return [...namesBySplit].map(([split, names]) => {
    const own = new Set(names.map(({ host }) => host));
    const ofSplit = [...own].flatMap((host) => rowsByHost.get(host) ?? []);
    return [split, observeSplit(split, ofSplit, grid.slices)] as const;
  });
}

function unread({ splits }: CounterPlan, { slices }: SliceGrid, failure: unknown) {
  const notes = [`Its requests could not be counted: ${messageOf(failure)}`];
  return splits.map((split) => [split, { slices, sources: [], notes }] as const);
}

function warning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
