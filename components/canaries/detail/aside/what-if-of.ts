import type { CanaryDetail } from '#lib/contract/canary-detail.ts';

/** With what the question "how many requests does it take" begins: the version's shares, and the rate of the window. */
export function whatIfOf(
  { versions, requestCount, window }: Pick<CanaryDetail, 'versions' | 'requestCount' | 'window'>,
  chosen: number,
): { configuredPercent: number; actualPercent: number; requestsPerSecond?: number } {
  const version = versions[chosen];
  const configured = version?.share ?? 0;
  const seconds = (Date.parse(window.to) - Date.parse(window.from)) / 1000;
  return {
    configuredPercent: configured * 100,
    actualPercent: (version?.observed?.share ?? configured) * 100,
    ...(requestCount !== undefined &&
      requestCount > 0 &&
      seconds > 0 && { requestsPerSecond: requestCount / seconds }),
  };
}
