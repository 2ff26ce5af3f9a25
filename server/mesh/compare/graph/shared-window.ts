import type { Warning } from '#lib/contract/envelope.ts';
import { formatDuration } from '#lib/duration.ts';

type Clock = {
  /** Epoch seconds: where its window ends. */
  nowSeconds: number;
  /** Of a snapshot: since when it has metrics, and at which steps. */
  scope: { metricsFromSeconds: number; stepSeconds: number } | undefined;
};

/**
 * The length of both windows: what was asked for, or what the side with less has. Half a window of metrics would look
 * like half the traffic.
 */
export function sharedWindow(
  askedSeconds: number,
  { before, after }: { before: Clock; after: Clock },
): { windowSeconds: number; warnings: Warning[] } {
  const held = [before, after].map(({ nowSeconds, scope }) =>
    scope === undefined ? Number.POSITIVE_INFINITY : nowSeconds - scope.metricsFromSeconds,
  );
  const windowSeconds = Math.min(askedSeconds, ...held);
  const steps = [before, after].map(({ scope }) => scope?.stepSeconds ?? 0);
  const step = Math.max(...steps);
  const warnings: Warning[] = [];
  if (windowSeconds < askedSeconds)
    warnings.push({
      code: 'window_shortened',
      source: 'prometheus',
      message: `The ${held[0] === windowSeconds ? 'earlier' : 'later'} snapshot has metrics of ${formatDuration(windowSeconds)} alone: both graphs are of that long, not of ${formatDuration(askedSeconds)}.`,
    });
  if (step > windowSeconds)
    warnings.push({
      code: 'window_within_step',
      source: 'prometheus',
      message: `The ${steps[0] === step ? 'earlier' : 'later'} snapshot has its metrics at every ${formatDuration(step)}: within ${formatDuration(windowSeconds)} its rates are the mean of that long. Compare over a longer range.`,
    });
  return { windowSeconds, warnings };
}
