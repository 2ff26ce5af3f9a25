import type { LogQuestion, LogSource, StoredLine } from '#server/sources/interface.ts';

/** Everything that a log has for a question that does not follow. */
export async function readLog(source: LogSource | undefined, question: LogQuestion): Promise<StoredLine[]> {
  const lines: StoredLine[] = [];
  if (source === undefined) throw new Error('no logs');
  for await (const batch of source.read(question, new AbortController().signal)) lines.push(...batch);
  return lines;
}
