import type { CanaryTimeline } from '#lib/contract/canary-timeline.ts';
import type { Observation } from './observed.ts';
import { sum } from './statistics/sum.ts';
import type { JudgedSplit } from './verdict/judge-split.ts';
import type { JudgedSource } from './verdict/judged-source.ts';
import { decisionLog10 } from './verdict/thresholds.ts';
import { windowSlices } from './verdict/window-slices.ts';

type Input = {
  observation: Observation;
  judged: JudgedSplit;
  window: { fromSeconds: number; toSeconds: number };
  changes: CanaryTimeline['changes'];
};

/** Sources that are drawn; the others are in `all`. */
const mostSeries = 8;

/** Shares of every slice of the page's range, and the evidence since the window began; a slice without requests is null. */
export function timelineOf({ observation, judged, window, changes }: Input): CanaryTimeline {
  const { slices } = observation;
  const [first] = slices;
  const counting = windowSlices(observation, window);
  const seriesOf = (source: JudgedSource, name: string) => {
    const own = slices.map((_, slice) =>
      source.versions.map(
        (__, version) =>
          (source.observed.requests[slice]?.[version] ?? 0) * (source.ownShares?.[version] ?? 1),
      ),
    );
    return {
      source: name,
      counts: own.map((counts) => Math.round(sum(counts))),
      shares: source.versions.map((_, version) =>
        own.map((counts) => (sum(counts) === 0 ? null : (counts[version] ?? 0) / sum(counts))),
      ),
      evidenceLog10: slices.map((_, slice) => {
        const at = counting.indexOf(slice);
        const evidence = at < 0 ? undefined : source.evidenceLog10BySlice[at];
        return evidence === undefined || !Number.isFinite(evidence) ? null : evidence;
      }),
    };
  };
  return {
    atMs: slices.map(({ endSeconds }) => endSeconds * 1000),
    stepSeconds: first === undefined ? 0 : first.endSeconds - first.startSeconds,
    series: [
      ...(judged.sources.length > 1 ? [seriesOf(judged.all, 'all')] : []),
      ...judged.sources
        .slice(0, mostSeries)
        .map((source) => seriesOf(source, `${source.namespace}/${source.workload}`)),
    ],
    changes,
    decisionLog10,
  };
}
