'use client';

import { useCallback, useState } from 'react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import type { ChartId } from '#lib/contract/charts.ts';
import type { TimeZoneChoice } from '#lib/format-time.ts';
import { brushedRange } from './brushed-range.ts';
import type { ChangeMetrics } from './metrics-state.ts';

/** What all charts of a page do alike. */
export type ChartView = {
  zone: TimeZoneChoice;
  isHidden: (toggle: string) => boolean;
  toggle: (toggle: string) => void;
  zoom: (fromSeconds: number, toSeconds: number) => void;
  expand: (id: ChartId) => void;
};

export function useChartView(change: ChangeMetrics): ChartView {
  const { zone, changeRange } = useScope();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  return {
    zone,
    isHidden: useCallback((toggle: string) => hidden.has(toggle), [hidden]),
    toggle: (toggle) =>
      setHidden((before) =>
        before.has(toggle)
          ? new Set([...before].filter((one) => one !== toggle))
          : new Set([...before, toggle]),
      ),
    zoom: (fromSeconds, toSeconds) => changeRange(brushedRange(fromSeconds, toSeconds)),
    expand: (chart) => change({ chart }),
  };
}
