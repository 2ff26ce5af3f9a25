import type { FoundTraces, TraceSearch } from '#server/sources/trace-source.ts';
import type { ReadSpans } from './read-spans.ts';

/** One way to talk to a trace store. What it throws is a ViglaError, or a lost connection. */
export type StoreDialect = {
  /** As a person calls it: `Jaeger (API v3)`. */
  title: string;
  /** Whether the store talks this way, by the cheapest question there is. */
  isSpoken(signal: AbortSignal): Promise<boolean>;
  services(signal: AbortSignal): Promise<string[]>;
  search(search: TraceSearch, signal: AbortSignal): Promise<FoundTraces>;
  trace(id: string, signal: AbortSignal): Promise<ReadSpans | undefined>;
  /** Path of a search in the store's own screen; undefined where it has none. */
  screen: { search(search: TraceSearch): string } | undefined;
};
