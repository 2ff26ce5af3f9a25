const daySeconds = 86_400;

/** Everything is counted from here, so that any process comes to the same numbers. */
export const epochSeconds = Date.UTC(2025, 0, 1) / 1000;

/** One swing of the rate: `share` of the mean up and down in `periodSeconds`, highest at `peakSeconds` after midnight UTC. */
type Swing = { share: number; periodSeconds: number; peakSeconds: number };

export type Rhythm = readonly Swing[];

/** People: most at 14:00 UTC, least at 02:00, with smaller swings that keep neighbouring minutes apart. */
export const daily: Rhythm = [
  { share: 0.38, periodSeconds: daySeconds, peakSeconds: 14 * 3600 },
  { share: 0.07, periodSeconds: 7 * daySeconds, peakSeconds: 5 * daySeconds },
  { share: 0.05, periodSeconds: 2621, peakSeconds: 0 },
  { share: 0.04, periodSeconds: 547, peakSeconds: 0 },
];

/** Programs that call at a fixed interval. */
export const steady: Rhythm = [];

/** Number of arrivals between the epoch and a time: the whole part of the integral of the rate. */
export function arrivalsUntil(requestsPerSecond: number, rhythm: Rhythm, seconds: number): number {
  const elapsed = seconds - epochSeconds;
  if (elapsed <= 0) return 0;
  let mean = elapsed;
  for (const { share, periodSeconds, peakSeconds } of rhythm) {
    const turn = (2 * Math.PI) / periodSeconds;
    mean += (share / turn) * (Math.sin(turn * (elapsed - peakSeconds)) + Math.sin(turn * peakSeconds));
  }
  return Math.floor(requestsPerSecond * mean);
}
