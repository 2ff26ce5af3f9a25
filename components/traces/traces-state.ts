import { z } from 'zod';
import { urlFlag, urlInteger, urlText } from '#lib/url-parameters.ts';

/** What a search of traces keeps in the address, beside the scope; details pages have no service or operation. */
export const tracesUrl = z.object({
  service: urlText(),
  operation: urlText(),
  /** As typed: `200ms`, `1.5s`. */
  min: urlText(),
  max: urlText(),
  errors: urlFlag(false),
  tags: urlText(),
  limit: urlInteger({ min: 1, max: 500, byDefault: 100 }),
  /** Ids of the two traces that are to be compared. */
  a: urlText(),
  b: urlText(),
});
export type TracesState = z.output<typeof tracesUrl>;
export type ChangeTracesState = (
  patch: Partial<TracesState>,
  options?: { history?: 'push' | 'replace' },
) => void;

/** What the page of a trace keeps in its address. */
export const traceUrl = z.object({
  /** The id of the span whose details show. */
  span: urlText(),
  find: urlText(),
  /** The part of the trace that is drawn, in milliseconds from its start: `12.5-40`; empty for all. */
  zoom: urlText(),
});

/** The two traces of a comparison. */
export const compareUrl = z.object({ a: urlText(), b: urlText() });
