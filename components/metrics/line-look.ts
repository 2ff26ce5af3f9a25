import type { LineLook } from '#components/ui/chart/line-mark.tsx';
import { seriesLook } from '#components/ui/chart/series-look.ts';
import type { ChartGroup, ChartLine } from '#lib/contract/charts.ts';

const rest: LineLook = { color: 'var(--ink-muted)', dash: '2 3' };

const byStatistic: Record<NonNullable<ChartLine['statistic']>, LineLook> = {
  mean: { color: 'var(--ink-muted)', dash: '8 3' },
  p50: { color: 'var(--series-1)', dash: undefined },
  p95: { color: 'var(--series-2)', dash: '5 3' },
  p99: { color: 'var(--series-3)', dash: '2 2' },
  p999: { color: 'var(--series-5)', dash: '1 3' },
  errors: { color: 'var(--mark-fail)', dash: undefined },
  clientErrors: { color: 'var(--mark-warn)', dash: '5 3' },
};

/** A group's colour, which it has in every chart; more groups than hues are told apart by dashes. */
export function groupLook(groups: readonly ChartGroup[], id: string): LineLook {
  const index = groups.findIndex((group) => group.id === id);
  if (index < 0 || groups[index]?.isRest === true) return rest;
  return seriesLook(index);
}

/** How a statistic is told apart from others of the same group, whose colour it has. */
export function statisticLook(statistic: NonNullable<ChartLine['statistic']>): LineLook {
  return { color: 'var(--ink)', dash: byStatistic[statistic].dash };
}

/** Ungrouped lines are told apart by what they show, grouped ones by their group, and by dashes where each has several. */
export function lineLook(
  line: Pick<ChartLine, 'group' | 'statistic'>,
  {
    groups,
    isGrouped,
    statistics,
  }: { groups: readonly ChartGroup[]; isGrouped: boolean; statistics: number },
): LineLook {
  const ofStatistic = line.statistic === undefined ? undefined : byStatistic[line.statistic];
  if (!isGrouped) return ofStatistic ?? groupLook(groups, line.group);
  const ofGroup = groupLook(groups, line.group);
  if (statistics < 2 || ofStatistic === undefined) return ofGroup;
  return { color: ofGroup.color, dash: ofStatistic.dash };
}
