import { fieldOfJson } from './json-field.ts';

/** A date and time near the start of a line: ISO 8601 with `T` or a space, and Go's slashes. Without an offset it is UTC. */
const written = /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?/;
/** `[21/Nov/2026:02:01:20 +0000]`, as web servers write it. */
const common = /\[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})\]/;
const lookedAt = 120;

/** Epoch milliseconds that a line gives itself; undefined when it gives none. */
export function timeOfLine(text: string): number | undefined {
  const inField = timeOfField(
    fieldOfJson(text, ['ts', 'time', 'timestamp', '@timestamp', 'start_time', 'datetime']),
  );
  if (inField !== undefined) return inField;
  const start = text.slice(0, lookedAt);
  const found = written.exec(start);
  if (found !== null) {
    const [, year, month, day, clock, fraction = '0', offset = 'Z'] = found;
    return known(Date.parse(`${year}-${month}-${day}T${clock}${offset}`) + Number(`0.${fraction}`) * 1000);
  }
  const [, day, month, year, clock, offset] = common.exec(start) ?? [];
  return day === undefined ? undefined : known(Date.parse(`${day} ${month} ${year} ${clock} ${offset}`));
}

/** zap writes seconds, pino milliseconds, others text. */
function timeOfField(value: unknown): number | undefined {
  if (typeof value === 'number') return known(value > 1e11 ? value : value * 1000);
  return typeof value === 'string' ? known(Date.parse(value)) : undefined;
}

function known(epochMs: number): number | undefined {
  return Number.isFinite(epochMs) ? epochMs : undefined;
}
