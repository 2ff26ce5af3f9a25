import type { SourceStatus } from '#lib/contract/status.ts';
import type { Span, TraceSummary } from '#lib/contract/traces.ts';

/** What a store of traces is asked; all of it is pushed down to the store as far as it can. */
export type TraceSearch = {
  service?: string | undefined;
  operation?: string | undefined;
  /** All must hold for one span of the trace. */
  tags: Readonly<Record<string, string>>;
  /** The span that all of this must hold for is of this kind. */
  kind?: Span['kind'] | undefined;
  /** That span comes from one of these proxies: `<pod>.<namespace>`, as in Istio's tag `node_id`. */
  proxies?: readonly string[] | undefined;
  fromMs: number;
  toMs: number;
  /** Of the whole trace. */
  minDurationMs?: number | undefined;
  maxDurationMs?: number | undefined;
  errorsOnly: boolean;
  limit: number;
};

export type FoundTraces = {
  /** Newest first, at most `limit`. */
  traces: TraceSummary[];
  isCut: boolean;
  /** The question in the store's own words. */
  asked: string;
  /** The same question in the store's own screen, where its address is known. */
  link?: string | undefined;
  /** What the store could not do or did not say, in sentences. */
  warnings: string[];
};

/** A store of traces: Jaeger or Tempo. Rejects with a `source_*` ViglaError when it cannot answer at all. */
export interface TraceSource {
  services(signal?: AbortSignal): Promise<string[]>;
  search(search: TraceSearch, signal?: AbortSignal): Promise<FoundTraces>;
  /** Every span of a trace as the store holds them, in no order; undefined when there is no such trace. */
  trace(id: string, signal?: AbortSignal): Promise<{ spans: Span[]; warnings: string[] } | undefined>;
  /** The trace in the store's own screen, where its address is known. */
  link?(id: string): string;
  status(): Promise<SourceStatus>;
}
