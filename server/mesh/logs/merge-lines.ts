import type { LogLine } from '#lib/contract/logs.ts';

/**
 * Lines of several containers in one order of time. Each container keeps its own order, and a line without a time stays
 * right behind the line before it; of lines of one time those of an earlier container come first.
 */
export function mergeLines(containers: readonly (readonly LogLine[])[]): LogLine[] {
  const blocks = containers.flatMap((lines, container) => blocksOf(lines, container));
  return blocks
    .sort((a, b) => a.atMs - b.atMs || a.container - b.container || a.place - b.place)
    .flatMap(({ lines }) => lines);
}

type Block = { atMs: number; container: number; place: number; lines: LogLine[] };

/** A line with a time and those behind it without; the time of a block is never before that of the block above it. */
function blocksOf(lines: readonly LogLine[], container: number): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const latest = blocks.at(-1);
    if (latest !== undefined && line.atMs === undefined) latest.lines.push(line);
    else
      blocks.push({
        atMs: Math.max(line.atMs ?? Number.NEGATIVE_INFINITY, latest?.atMs ?? Number.NEGATIVE_INFINITY),
        container,
        place: blocks.length,
        lines: [line],
      });
  }
  return blocks;
}
