import type { LogLine, Logs } from '#lib/contract/logs.ts';
import type { Span } from '#lib/contract/traces.ts';
import { spanIndex } from './span-index.ts';

/** Access lines with the spans beside them, and how many were joined by what. */
export function joinSpans(
  lines: readonly LogLine[],
  spans: readonly Span[],
  namespace: string,
): Pick<Logs, 'lines' | 'joined'> {
  const spansOf = spanIndex(spans);
  const joined = { byRequestId: 0, byTraceId: 0, byTime: 0, without: 0 };
  const withSpans = lines.map((line) => {
    if (line.access === undefined) return line;
    const found = spansOf(line, namespace);
    const by = found[0]?.by;
    if (by === 'requestId') joined.byRequestId += 1;
    else if (by === 'traceId') joined.byTraceId += 1;
    else if (by === 'time') joined.byTime += 1;
    else joined.without += 1;
    return found.length === 0 ? line : { ...line, spans: found };
  });
  return { lines: withSpans, joined };
}
