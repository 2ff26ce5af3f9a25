import { formatDuration } from '#lib/duration.ts';

export const replayFrameCount = 10;

/** The API takes no window shorter than this. */
const shortestSeconds = 30;

/** Parameters of the graph's API for one frame of a replayed window; frames count from 1 and end at `endMs`. */
export function replayWindow({ endMs, seconds, frame }: { endMs: number; seconds: number; frame: number }): {
  range: string;
  at: string;
} {
  const step = seconds / replayFrameCount;
  const at = endMs - (replayFrameCount - frame) * step * 1000;
  return { range: formatDuration(Math.max(shortestSeconds, step)), at: new Date(at).toISOString() };
}
