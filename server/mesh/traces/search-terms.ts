import { ViglaError } from '#server/errors.ts';
import { parseTags } from './parse-tags.ts';

type Asked = {
  tags: string;
  range: number;
  minDurationMs?: number | undefined;
  maxDurationMs?: number | undefined;
  errorsOnly: boolean;
  limit: number;
};

/** What a query asks of any store, apart from whose traces. Throws `bad_parameter` for tags or durations that say nothing. */
export function searchTerms(query: Asked, endSeconds: number) {
  const { minDurationMs, maxDurationMs, limit } = query;
  if (minDurationMs !== undefined && maxDurationMs !== undefined && minDurationMs > maxDurationMs)
    throw new ViglaError(
      'bad_parameter',
      'minDurationMs is larger than maxDurationMs: nothing lies between',
      {
        parameter: 'minDurationMs',
      },
    );
  // Stores tell errors by the span's status, which is what people mean by the tag as well.
  const { error, ...tags } = parseTags(query.tags);
  const asksForErrors = error === 'true';
  return {
    tags: error === undefined || asksForErrors ? tags : { ...tags, error },
    errorsOnly: query.errorsOnly || asksForErrors,
    fromMs: (endSeconds - query.range) * 1000,
    toMs: endSeconds * 1000,
    minDurationMs,
    maxDurationMs,
    limit,
  };
}
