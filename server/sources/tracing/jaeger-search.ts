import type { TraceSearch } from '#server/sources/trace-source.ts';
import type { Parameters } from './store-client.ts';

/** What Jaeger's storages compare with a span's tags; errors and kinds are among them. */
export function jaegerTags({ tags, errorsOnly, kind }: TraceSearch): Record<string, string> {
  return {
    ...tags,
    ...(errorsOnly ? { error: 'true' } : {}),
    ...(kind === undefined ? {} : { 'span.kind': kind }),
  };
}

/** The limits of the duration as Go writes them. Jaeger holds them against the span that it looks for. */
export function jaegerDurations({ minDurationMs = 0, maxDurationMs }: TraceSearch): {
  min?: string;
  max?: string;
} {
  return {
    ...(minDurationMs > 0 ? { min: `${Math.floor(minDurationMs * 1000)}us` } : {}),
    ...(maxDurationMs === undefined ? {} : { max: `${Math.ceil(maxDurationMs * 1000)}us` }),
  };
}

/** A trace that is not too long has no span that is, but a trace may be long enough although the span looked for is not. */
export function jaegerRemarks({ service, minDurationMs = 0 }: TraceSearch): string[] {
  return service === undefined || minDurationMs === 0
    ? []
    : [
        `Jaeger compares the shortest duration with spans of ${service}, not with the trace: traces that took long elsewhere are missing.`,
      ];
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
