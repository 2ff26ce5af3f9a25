import type { AccessLog, LogLine } from '#lib/contract/logs.ts';

/** A line of `reviews` in `pod-a`, with what the test says of it. */
export function logLine(said: Partial<LogLine> & Pick<LogLine, 'id'>): LogLine {
  return { pod: 'pod-a', container: 'reviews', level: 'info', text: said.id, spans: [], ...said };
}

/** An access line with nothing but what the test says. */
export function accessLog(said: Partial<AccessLog>): AccessLog {
  return { format: 'text', responseFlags: [], others: {}, ...said };
}
