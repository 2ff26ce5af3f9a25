import type { LineLook } from '#components/ui/chart/line-mark.tsx';
import { seriesLook } from '#components/ui/chart/series-look.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import type { CanaryTimeline } from '#lib/contract/canary-timeline.ts';
import { sourceId } from '../sources/source-id.ts';
import { words } from '../words.ts';

export type TimelineLine = {
  /** `<namespace>/<workload>`, or `all`. */
  id: string;
  title: string;
  look: LineLook;
  /** Of the chosen version, by slice; gaps are null. */
  shares: readonly (number | null)[];
  evidenceLog10: readonly (number | null)[];
};

const allId = 'all';
const allLook: LineLook = { color: 'var(--ink)', dash: undefined };
const mismatchLook: LineLook = { color: 'var(--mark-fail)', dash: undefined };
/** Of the series' hues those that keep apart from the mismatch's. */
const otherHues = [3, 0, 2, 4, 5] as const;
/** More lines are a thicket. */
const mostSources = otherHues.length;

type Asked = {
  sources: readonly Pick<CanarySource, 'namespace' | 'workload' | 'verdict'>[];
  chosen: number;
  /** Id of the source that is looked at; its line is drawn in any case. */
  selected: string;
};

/** The lines of both charts: the first few sources as the table has them, and all together where they are several. */
export function timelineLines(
  { series }: Pick<CanaryTimeline, 'series'>,
  { sources, chosen, selected }: Asked,
): { lines: TimelineLine[]; leftOut: number } {
  const counted = sources.filter((source) => series.some((one) => one.source === sourceId(source)));
  const drawn = counted.filter((source, index) => index < mostSources || sourceId(source) === selected);
  const mismatched = counted.find(({ verdict }) => verdict.status === 'mismatch');
  const others = drawn.filter((source) => source !== mismatched);
  const lines = drawn.flatMap((source) =>
    lineOf(
      series.find((one) => one.source === sourceId(source)),
      {
        title: source.workload,
        look: source === mismatched ? mismatchLook : otherLook(others.indexOf(source)),
        chosen,
      },
    ),
  );
  const all = lineOf(
    series.find(({ source }) => source === allId),
    { title: words.all, look: allLook, chosen },
  );
  return {
    lines: counted.length === 1 ? lines : [...lines, ...all],
    leftOut: counted.length - drawn.length,
  };
}

function lineOf(
  series: CanaryTimeline['series'][number] | undefined,
  { title, look, chosen }: { title: string; look: LineLook; chosen: number },
): TimelineLine[] {
  if (series === undefined) return [];
  const { source, shares, evidenceLog10 } = series;
  return [{ id: source, title, look, shares: shares[chosen] ?? [], evidenceLog10 }];
}

function otherLook(index: number): LineLook {
  const look = seriesLook(otherHues[index % mostSources] ?? 0);
  return index < mostSources ? look : { ...look, dash: '5 2' };
}
