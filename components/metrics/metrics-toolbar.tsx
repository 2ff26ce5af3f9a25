'use client';

import { Button } from '#components/ui/button.tsx';
import {
  MenuCheckItem,
  MenuItem,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '#components/ui/menu.tsx';
import { ChoiceText, ToolbarMenu } from '#components/ui/toolbar-menu.tsx';
import { type Charts, reporterChoices, statistics } from '#lib/contract/charts.ts';
import { statisticTitles } from './chart-looks.ts';
import { GroupMenu } from './group-menu.tsx';
import type { ChangeMetrics, MetricsState } from './metrics-state.ts';
import { reporterTexts, reporterTitles, words } from './words.ts';

type MetricsToolbarProps = { charts: Charts; state: MetricsState; change: ChangeMetrics };

/** What the charts are made of: groups, whose word, which lines, and the traces over them. */
export function MetricsToolbar({ charts, state, change }: MetricsToolbarProps) {
  const reporter = state.reporter === 'auto' ? charts.reporters : [state.reporter];
  const shown = state.statistics.map((statistic) => statisticTitles[statistic]).join(', ');
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <GroupMenu labels={charts.labels} groupBy={state.groupBy} change={change} />
      <ToolbarMenu label={words.reporter} value={reporter.map((one) => reporterTitles[one]).join(', ')}>
        <MenuRadioGroup
          value={state.reporter}
          onValueChange={(value) => {
            const chosen = reporterChoices.find((choice) => choice === value);
            if (chosen !== undefined) change({ reporter: chosen });
          }}
        >
          {reporterChoices.map((choice) => (
            <MenuRadioItem key={choice} value={choice} className="h-auto! py-1">
              <ChoiceText title={reporterTitles[choice]} description={reporterTexts[choice]} />
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </ToolbarMenu>
      <ToolbarMenu label={words.lines} value={shown === '' ? words.usualLines : shown}>
        <MenuItem onSelect={() => change({ statistics: [] })}>
          <span className="pl-5.5">{words.usualLines}</span>
        </MenuItem>
        <MenuSeparator />
        {statistics.map((statistic) => (
          <MenuCheckItem
            key={statistic}
            checked={state.statistics.includes(statistic)}
            onCheckedChange={(isOn) =>
              change({
                statistics: statistics.filter((one) =>
                  one === statistic ? isOn : state.statistics.includes(one),
                ),
              })
            }
          >
            {statisticTitles[statistic]}
          </MenuCheckItem>
        ))}
      </ToolbarMenu>
      <Button
        isOn={state.dots}
        aria-pressed={state.dots}
        title={words.tracesTitle}
        onClick={() => change({ dots: !state.dots })}
      >
        {words.traces}
      </Button>
    </div>
  );
}
