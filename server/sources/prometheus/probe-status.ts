import type { SourceStatus } from '#lib/contract/status.ts';
import { messageOf } from '#server/errors.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { Matcher } from '#server/metrics/query.ts';
import { settingFix } from '#server/sources/observed/setting-fix.ts';
import type { RunQuery } from './prometheus.ts';
import { instantRows } from './row-shapes.ts';

export type ProbeOptions = {
  address: string;
  /** The setting that names the address, where one does. */
  namedBy: string | undefined;
  extraMatchers: readonly Matcher[];
  timeoutMs: number;
  run: RunQuery;
  signal: AbortSignal;
};

/** Longer than this, and whoever asks for the status would rather know that the store is slow. */
const maximumProbeMs = 2500;

/** A mesh that was there does not go away; looking for it reads every series of a metric, so it is not asked again soon. */
const meshKnownForMs = 10 * 60_000;

export type Probe = (options: ProbeOptions) => Promise<SourceStatus>;

/**
 * Asks whether the store answers at all, and whether it knows a mesh; with queries alone, for many stores have no more.
 * Only a store that does not even answer `vector(1)` is down.
 */
export function createProbe(now: () => number): Probe {
  let meshSeenAtMs = Number.NEGATIVE_INFINITY;
  return async function probeStatus({ address, namedBy, extraMatchers, run, signal, ...options }) {
    const timeoutMs = Math.min(options.timeoutMs, maximumProbeMs);
    const ask = (query: string) =>
      run({ path: '/api/v1/query', form: { query }, shape: instantRows, signal, timeoutMs });
    try {
      await ask('vector(1)');
    } catch (error) {
      const fix =
        namedBy === undefined
          ? undefined
          : settingFix(error, { store: 'PROMETHEUS', variable: namedBy, address });
      const status = { id: 'prometheus', state: 'down', address, reason: messageOf(error) } as const;
      return fix === undefined ? status : { ...status, fix };
    }
    if (now() - meshSeenAtMs < meshKnownForMs) return { id: 'prometheus', state: 'ok', address };
    try {
      const { rows, warnings } = await ask(meshQuery(extraMatchers));
      if (rows.length === 0) return { id: 'prometheus', state: 'degraded', address, reason: noMesh };
      meshSeenAtMs = now();
      return { id: 'prometheus', state: 'ok', address, ...(warnings.length > 0 && { details: warnings }) };
    } catch (error) {
      const reason = `It answers, but not whether it knows a mesh: ${messageOf(error)}`;
      return { id: 'prometheus', state: 'degraded', address, reason };
    }
  };
}

const noMesh =
  'It has no istio_requests_total: check that it scrapes the proxies, and PROMETHEUS_EXTRA_MATCHERS where they are set.';

/** Whatever answers this with a row knows a mesh. */
export function meshQuery(extraMatchers: readonly Matcher[]): string {
  const selector = { metric: 'istio_requests_total', matchers: [] };
  return toPromQL({ fn: 'sum', selector, by: [] }, { extraMatchers });
}
