import type { TraceSearch } from '#server/sources/interface.ts';
import { isAboutSpans } from './matches-search.ts';
import type { Parameters } from './store-client.ts';

/** What Jaeger's storages compare with a span's tags; errors and kinds are among them. */
export function jaegerTags({ tags, errorsOnly, kind }: TraceSearch): Record<string, string> {
  return {
    ...tags,
    ...(errorsOnly ? { error: 'true' } : {}),
    ...(kind === undefined ? {} : { 'span.kind': kind }),
  };
}

/**
 * Limits of a span's duration as Go writes them. Only the shorter one is a safe question where the trace's own duration
 * is meant: its longest span is about as long, while any trace has a short one.
 */
export function jaegerDurations(search: TraceSearch): { min?: string; max?: string } {
  const { minDurationMs = 0, maxDurationMs } = search;
  return {
    ...(minDurationMs > 0 ? { min: `${Math.floor(minDurationMs * 1000)}us` } : {}),
    ...(maxDurationMs !== undefined && isAboutSpans(search)
      ? { max: `${Math.ceil(maxDurationMs * 1000)}us` }
      : {}),
  };
}

/** The parameters of Jaeger's older search, which are those of its screen, too. Times are microseconds. */
export function jaegerSearchParameters(search: TraceSearch, limit: number): Parameters {
  const tags = jaegerTags(search);
  const { min, max } = jaegerDurations(search);
  return {
    ...(search.service === undefined ? {} : { service: search.service }),
    ...(search.operation === undefined ? {} : { operation: search.operation }),
    start: String(Math.floor(search.fromMs) * 1000),
    end: String(Math.ceil(search.toMs) * 1000),
    limit: String(limit),
    ...(min === undefined ? {} : { minDuration: min }),
    ...(max === undefined ? {} : { maxDuration: max }),
    ...(Object.keys(tags).length === 0 ? {} : { tags: JSON.stringify(tags) }),
  };
}

export const jaegerScreen = {
  search: (search: TraceSearch) =>
    `/search?${new URLSearchParams({ lookback: 'custom', ...jaegerSearchParameters(search, search.limit) })}`,
};
