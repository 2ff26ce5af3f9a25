import type { LogLevel, LogLine } from '#lib/contract/logs.ts';

/** How many lines each level has. */
export function countLevels(lines: readonly LogLine[]): Record<LogLevel, number> {
  const counts = { error: 0, warning: 0, info: 0, debug: 0, unknown: 0 };
  for (const { level } of lines) counts[level] += 1;
  return counts;
}
