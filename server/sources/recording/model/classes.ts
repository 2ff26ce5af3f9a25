import { bucketBounds } from './bounds.ts';
import type { Latency, Size } from './step.ts';

/** Requests are sorted into few classes of one value each; sums and buckets then follow from the counts alone. */
export type ValueClass<Value> = { share: number; value: Value };

/** Classes rarer than this are left to their neighbours. */
const leastShare = 0.03;

/** Edges at the bucket bounds and halfway between, so that the time on the way moves some requests a bucket on. */
const edges = [
  0,
  ...bucketBounds
    .slice(2, 14)
    .flatMap((bound, index) => [(bound + (bucketBounds[index + 1] ?? 0)) / 2, bound]),
];

/** A latency as classes of milliseconds. */
export function latencyClasses(latency: Latency): ValueClass<number>[] {
  const { medianMs, spread, offsetMs = 0, leastMs = 0, mostMs = Number.POSITIVE_INFINITY } = latency;
  const below = edges.map((edge) => (edge === 0 ? 0 : normalBelow(Math.log(edge / medianMs) / spread)));
  const classes = edges.slice(1).map((edge, index) => ({
    share: (below[index + 1] ?? 1) - (below[index] ?? 0),
    value: Math.sqrt(edge * Math.max(edges[index] ?? 0, edge / 3)),
  }));
  const kept = classes
    .filter((entry) => entry.share >= leastShare)
    .map(({ share, value }) => ({ share, value: value + offsetMs }))
    .filter(({ value }) => value >= leastMs && value <= mostMs);
  const total = kept.reduce((sum, entry) => sum + entry.share, 0);
  return kept.map((entry) => ({ ...entry, share: entry.share / total }));
}

/** Sizes vary little: most are typical, some half, a few several times as large. */
export function sizeClasses(size: Size): ValueClass<Size>[] {
  const { requestBytes, responseBytes, isFixed = false } = size;
  if (isFixed) return [{ share: 1, value: size }];
  const scaled = (request: number, response: number): Size => ({
    requestBytes: Math.round(requestBytes * request),
    responseBytes: Math.round(responseBytes * response),
  });
  return [
    { share: 0.72, value: scaled(1, 1) },
    { share: 0.2, value: scaled(0.9, 0.45) },
    { share: 0.08, value: scaled(1.4, 3.5) },
  ];
}

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
