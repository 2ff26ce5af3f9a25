import type { CanaryDetail } from '#lib/contract/canary-detail.ts';

/** Where and since when the configured share holds, and what may differ from it; shares 0 to 1, epoch seconds. */
export type ConfiguredBand = {
  share: number;
  low: number;
  high: number;
  fromSeconds: number;
  toSeconds: number;
};

/** The present weights hold since the last change that the timeline shows: of what came before only words are known. */
export function configuredBand(
  { versions, sources, timeline }: Pick<CanaryDetail, 'versions' | 'sources' | 'timeline'>,
  chosen: number,
): ConfiguredBand | undefined {
  const share = versions[chosen]?.share;
  const [first] = timeline.atMs;
  const last = timeline.atMs.at(-1);
  if (share === undefined || first === undefined || last === undefined) return undefined;
  const delta = sources[0]?.versions[chosen]?.delta ?? 0;
  const changed = timeline.changes.map(({ atMs }) => atMs).filter((atMs) => atMs <= last);
  return {
    share,
    low: Math.max(0, share - delta),
    high: Math.min(1, share + delta),
    fromSeconds: Math.max(first, ...changed) / 1000,
    toSeconds: last / 1000,
  };
}
