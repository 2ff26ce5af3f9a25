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
import { ofCallersIn } from './of-callers-in.ts';
import { type CounterPlan, planCounters } from './plan-counters.ts';
import { askedRange, type ObservedTime, type SliceGrid, sliceGrid } from './slice-grid.ts';
import { hostIndex, hostNames } from './split-hosts.ts';

/** Questions to the store at the same time; most meshes need one. */
const questionsAtOnce = 4;

export type Observations = {
  bySplit: ReadonlyMap<Split, Observation>;
  /** Why the others could not be observed. */
  failures: ReadonlyMap<Split, unknown>;
  warnings: Warning[];
};

/**
 * What every caller of the splits sent to which version, slice by slice over `time` (epoch seconds), out of raw counters
 * that are asked once for all splits. Where these could not be read there is a failure instead; nothing is thrown but what
 * cancels the request.
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
  const rows = answers.flatMap((answer) => ('rows' in answer ? answer.rows : []));
  const begun = await loadStoreBeginning(rows, range, context);
  const isFirst = firstValues(rows, {
    askedFromSeconds: range.startSeconds,
    storeFromSeconds: begun.atSeconds,
    stepSeconds: range.stepSeconds,
  });
  const bySplit = new Map<Split, Observation>();
  const failures = new Map<Split, unknown>();
  for (const [index, plan] of plans.entries()) {
    const answer = answers[index];
    if (answer === undefined) continue;
    if ('failure' in answer) for (const split of plan.splits) failures.set(split, answer.failure);
    else
      for (const [split, observation] of observePlan(plan, answer.rows, { grid, isFirst }))
        bySplit.set(split, { ...observation, notes: [...begun.notes, ...observation.notes] });
  }
  const whose = bySplit.size === 0 ? 'Requests of splits' : "Some splits' requests";
  const warnings = new Set(answers.flatMap((answer) => ('rows' in answer ? answer.warnings : [])));
  return {
    bySplit,
    failures,
    warnings: [
      ...[...new Set([...failures.values()].map(messageOf))].map((message) =>
        warning('metrics_missing', `${whose} could not be counted: ${message}`),
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
  { sources, signal, cluster }: LoadContext,
): Promise<Answered> {
  try {
    return await sources.metrics.queryRange(ofCallersIn(cluster, query), range, signal);
  } catch (failure) {
    signal.throwIfAborted();
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

function warning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
