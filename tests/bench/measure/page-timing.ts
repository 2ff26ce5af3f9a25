import type { Page } from 'playwright-core';

declare global {
  interface Window {
    benchFrames?: number[] | undefined;
    benchTasks?: number[];
  }
}

/** The longest stretch in milliseconds for which the main thread was busy since the page was opened; 0 below 50. */
export function pastLongestTaskMs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let longest = 0;
        new PerformanceObserver((list) => {
          longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration));
        }).observe({ type: 'longtask', buffered: true });
        setTimeout(() => resolve(longest), 200);
      }),
  );
}

/** Frames that the page painted while something was done to it. */
export async function framesPerSecond(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.benchFrames = [];
    const count = (at: number) => {
      window.benchFrames?.push(at);
      if (window.benchFrames !== undefined) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await act();
  return page.evaluate(() => {
    const frames = window.benchFrames ?? [];
    window.benchFrames = undefined;
    const [first = 0] = frames;
    return (1000 * (frames.length - 1)) / ((frames.at(-1) ?? 0) - first);
  });
}

/** The longest stretch in milliseconds for which the main thread was busy while something was done; 0 below 50. */
export async function longestTaskMs(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.benchTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.benchTasks?.push(duration);
    }).observe({ type: 'longtask' });
  });
  await act();
  return page.evaluate(() => Math.max(0, ...(window.benchTasks ?? [])));
}
