import type { ChartData, ChartGroup, ChartLine, ChartReporter, Charts } from '#lib/contract/charts.ts';
import { chartLooks, statisticTitles } from './chart-looks.ts';
import { type LineLook, lineLook } from './line-look.ts';
import { words } from './words.ts';

export type DrawnLine = { key: string; title: string; look: LineLook; line: ChartLine };

/** What a legend switches off: a group, or of ungrouped charts a statistic. */
export function toggleOf({ group, statistic }: ChartLine, isGrouped: boolean): string {
  return isGrouped ? group : (statistic ?? group);
}

export function groupTitle({ isRest, values }: ChartGroup): string {
  if (isRest) return words.rest;
  return values.map((value) => (value === '' ? words.notSet : value)).join(' · ');
}

type Picked = { reporter: ChartReporter; isHidden: (toggle: string) => boolean };

/** The lines of a chart by one reporter, named and coloured; those that the legend switched off are left out. */
export function drawnLines(
  chart: ChartData,
  { groups, groupBy }: Charts,
  { reporter, isHidden }: Picked,
): DrawnLine[] {
  const isGrouped = groupBy.length > 0;
  const own = chart.lines.filter((line) => line.reporter === reporter);
  const statistics = new Set(own.map(({ statistic }) => statistic)).size;
  return own
    .filter((line) => !isHidden(toggleOf(line, isGrouped)))
    .map((line) => ({
      key: `${line.group} ${line.statistic ?? ''}`,
      title: titleOf(line, {
        chart,
        group: groups.find(({ id }) => id === line.group),
        isGrouped,
        statistics,
      }),
      look: lineLook(line, { groups, isGrouped, statistics }),
      line,
    }));
}

type Named = { chart: ChartData; group: ChartGroup | undefined; isGrouped: boolean; statistics: number };

function titleOf({ statistic }: ChartLine, { chart, group, isGrouped, statistics }: Named): string {
  const shown = statistic === undefined ? undefined : statisticTitles[statistic];
  if (!isGrouped || group === undefined) return shown ?? chartLooks[chart.id].title.inbound;
  return statistics > 1 && shown !== undefined ? `${groupTitle(group)} ${shown}` : groupTitle(group);
}
