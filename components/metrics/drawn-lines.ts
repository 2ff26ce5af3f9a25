import type { LineLook } from '#components/ui/chart/line-mark.tsx';
import type { ChartData, ChartGroup, ChartLine, ChartReporter, Charts } from '#lib/contract/charts.ts';
import { chartLooks, statisticTitles } from './chart-looks.ts';
import { lineLook } from './line-look.ts';
import { words } from './words.ts';

export type DrawnLine = { key: string; title: string; look: LineLook; line: ChartLine };

/** What legends switch off: a group, or a statistic; of a single line without either, its group. */
export function isShown({ group, statistic }: ChartLine, isHidden: (toggle: string) => boolean): boolean {
  return !isHidden(group) && (statistic === undefined || !isHidden(statistic));
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
    .filter((line) => isShown(line, isHidden))
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
