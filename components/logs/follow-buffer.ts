import type { LogLine } from '#lib/contract/logs.ts';
import { containerId } from './container-marks.ts';

/** Lines that the page keeps while it follows; the oldest go first. */
export const mostLines = 10_000;

/**
 * Lines with newer ones joined in by time. What is there already (by id) is not taken twice, each container keeps its own
 * order, and at most `most` of the newest stay. The same array when nothing is new.
 */
export function joinLines(
  before: readonly LogLine[],
  arrived: readonly LogLine[],
  most: number = mostLines,
): readonly LogLine[] {
  const known = new Set(before.map(({ id }) => id));
  const fresh = arrived.filter(({ id }) => {
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
  if (fresh.length === 0) return before;
  const timed = withTimes([...before, ...fresh]);
  return timed
    .sort((a, b) => a.atMs - b.atMs)
    .slice(-most)
    .map(({ line }) => line);
}

/** A line without a time, or whose clock went back, stands where the line of its container before it stands. */
function withTimes(lines: readonly LogLine[]): { line: LogLine; atMs: number }[] {
  const latest = new Map<string, number>();
  return lines.map((line) => {
    const id = containerId(line);
    const reached = latest.get(id) ?? Number.NEGATIVE_INFINITY;
    const atMs = Math.max(line.atMs ?? reached, reached);
    latest.set(id, atMs);
    return { line, atMs };
  });
}

/** How many of the lines are newer than the last of those that are shown. */
export function countNewer(lines: readonly LogLine[], shown: readonly LogLine[]): number {
  const last = shown.at(-1);
  if (last === undefined || lines === shown) return 0;
  const place = lines.findLastIndex(({ id }) => id === last.id);
  return lines.length - 1 - place;
}
