import type { StoredLine } from '#server/sources/interface.ts';

export type DatedLine = StoredLine & { atMs: number };

/** Envoy's access log, the apps and pilot-agent, and Go's standard logger: each begins with its own time (UTC). */
const beginnings = [
  /^\[(\d{4}-\d\d-\d\dT[\d:.]+Z)\]/,
  /^(\d{4}-\d\d-\d\dT[\d:.]+Z)/,
  /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d)/,
];

/** The lines of a recorded log as they stand, oldest first, with their times moved by `shiftMs`. */
export function recordedLines(log: string, shiftMs: number): DatedLine[] {
  const lines: DatedLine[] = [];
  for (const text of log.split('\n')) {
    if (text === '') continue;
    // A line without a time belongs to the one before.
    const ownMs = timeOf(text);
    const atMs = ownMs === undefined ? (lines.at(-1)?.atMs ?? shiftMs) : ownMs + shiftMs;
    lines.push({ atMs, text });
  }
  return lines.sort((one, other) => one.atMs - other.atMs);
}

function timeOf(text: string): number | undefined {
  for (const beginning of beginnings) {
    const [, time] = beginning.exec(text) ?? [];
    if (time !== undefined)
      return Date.parse(time.endsWith('Z') ? time : `${time.replaceAll('/', '-').replace(' ', 'T')}Z`);
  }
  return undefined;
}
