import type { Warning } from '#lib/contract/envelope.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Grid } from './choose-grid.ts';
import { type Measure, measureEntries } from './measures.ts';
import type { PlannedMeasure } from './plan-charts.ts';
import type { Groups } from './rank-groups.ts';
import { type Line, readLines } from './read-lines.ts';

type Loaded = { lines: ReadonlyMap<Measure, readonly Line[]>; warnings: Warning[] };

/** All measures at the same time. One that fails is a warning and has no lines; the others are drawn. */
export async function loadMeasures(
  planned: ReadonlyMap<Measure, PlannedMeasure>,
  { grid, groups }: { grid: Grid; groups: Groups },
  { sources, signal }: LoadContext,
): Promise<Loaded> {
  const ask = async ({ named, whole }: PlannedMeasure) =>
    Promise.all([
      sources.metrics.queryRange(named, grid, signal),
      whole === undefined ? undefined : sources.metrics.queryRange(whole, grid, signal),
    ]);
  const asked = [...planned];
  const answers = await Promise.allSettled(asked.map(([, queries]) => ask(queries)));
  const lines = new Map<Measure, readonly Line[]>();
  const warnings: Warning[] = [];
  for (const [index, [measure]] of asked.entries()) {
    const answer = answers[index];
    const { title } = measureEntries[measure];
    if (answer?.status === 'rejected')
      warnings.push(warning('metrics_missing', `${title}: ${messageOf(answer.reason)}`));
    if (answer?.status !== 'fulfilled') continue;
    const [named, whole] = answer.value;
    for (const text of [...named.warnings, ...(whole?.warnings ?? [])])
      warnings.push(warning('metrics_incomplete', `${title}: ${text}`));
    lines.set(measure, readLines({ named: named.rows, whole: whole?.rows }, { measure, grid, groups }));
  }
  return { lines, warnings };
}

function warning(code: string, message: string): Warning {
  return { code, source: 'prometheus', message };
}
