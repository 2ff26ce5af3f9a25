import type { LogLine } from '#lib/contract/logs.ts';

export const logFormats = ['text', 'jsonLines'] as const;
export type LogFormat = (typeof logFormats)[number];

export type LogFile = { name: string; content: string; type: string };

/** The lines as a file: as `kubectl logs --prefix --timestamps` writes them, or one JSON document a line. */
export function logFile(
  lines: readonly LogLine[],
  { name, format }: { name: string; format: LogFormat },
): LogFile {
  if (format === 'jsonLines')
    return {
      name: `${name}-logs.jsonl`,
      content: joined(lines.map((line) => JSON.stringify(line))),
      type: 'application/jsonl',
    };
  return { name: `${name}-logs.txt`, content: joined(lines.map(textOf)), type: 'text/plain' };
}

function textOf({ pod, container, atMs, text }: LogLine): string {
  const time = atMs === undefined ? '-' : new Date(atMs).toISOString();
  return `[pod/${pod}/${container}] ${time} ${text}`;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
