import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type GraphExtra, graphExtras, graphQuery } from '#lib/contract/graph-query.ts';
import { planGraphQueries } from '#server/mesh/graph/plan/plan-graph-queries.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import { median, timed } from './statistics.ts';

export type GraphApiFigures = {
  include: string;
  apiMs: number;
  rawMs: number;
  ratio: number;
  queries: number;
  gzipKb: number;
  notModified: boolean;
  nodes: number;
  edges: number;
};

const counts = z.object({ data: z.object({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }) });

/** The same questions, sent raw and in parallel, bodies read to the end. */
async function askRaw(prometheusUrl: string, include: readonly GraphExtra[], at: number): Promise<void> {
  const query = graphQuery.parse({ serviceNodes: 'false', type: 'workload', include: include.join(',') });
  await Promise.all(
    planGraphQueries(query).map(async (planned) => {
      const body = new URLSearchParams({ query: toPromQL(planned.query), time: String(at) });
      const response = await fetch(`${prometheusUrl}/api/v1/query`, { method: 'POST', body });
      await response.arrayBuffer();
    }),
  );
}

/** How many calls Vigla's own metrics have counted towards Prometheus. */
async function prometheusCalls(viglaUrl: string): Promise<number> {
  const text = await (await fetch(`${viglaUrl}/metrics`)).text();
  return [...text.matchAll(/^vigla_source_calls_total\{[^}]*source="prometheus"[^}]*\} (\d+)/gm)].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  );
}

function graphPath(include: readonly GraphExtra[], at: number): string {
  const parameters = new URLSearchParams({
    type: 'workload',
    serviceNodes: 'false',
    include: include.join(','),
    at: new Date(at * 1000).toISOString(),
  });
  return `/api/graph?${parameters}`;
}

async function measureOnce(options: {
  viglaUrl: string;
  prometheusUrl: string;
  include: readonly GraphExtra[];
  at: number;
}) {
  const { viglaUrl, prometheusUrl, include, at } = options;
  const raw = await timed(() => askRaw(prometheusUrl, include, at));
  const before = await prometheusCalls(viglaUrl);
  const api = await timed(async () => {
    const response = await fetch(`${viglaUrl}${graphPath(include, at)}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status}: ${text}`);
    return { text, etag: response.headers.get('etag') ?? '' };
  });
  return { rawMs: raw.ms, apiMs: api.ms, queries: (await prometheusCalls(viglaUrl)) - before, ...api.result };
}

/** Raw questions and the graph's answer in turn, at times of their own so that no cache helps; medians of the runs. */
export async function measureGraphApi(options: {
  viglaUrl: string;
  prometheusUrl: string;
  endSeconds: number;
  runs: number;
  withExtras: boolean;
}): Promise<GraphApiFigures[]> {
  const { viglaUrl, prometheusUrl, endSeconds, runs, withExtras } = options;
  const figures: GraphApiFigures[] = [];
  const includes: (readonly GraphExtra[])[] = withExtras ? [[], ['latency'], graphExtras] : [[]];
  for (const [index, include] of includes.entries()) {
    const results = [];
    for (let run = -1; run < runs; run += 1) {
      const at = endSeconds - 10 * (run + 2 + index * (runs + 2));
      const result = await measureOnce({ viglaUrl, prometheusUrl, include, at });
      if (run >= 0) results.push({ ...result, at });
    }
    const last = results.at(-1);
    if (last === undefined) throw new Error('no run was measured');
    const again = await fetch(`${viglaUrl}${graphPath(include, last.at)}`, {
      headers: { 'if-none-match': last.etag },
    });
    await again.arrayBuffer();
    const { data } = counts.parse(JSON.parse(last.text));
    figures.push({
      include: include.join('+') || 'default',
      apiMs: median(results.map(({ apiMs }) => apiMs)),
      rawMs: median(results.map(({ rawMs }) => rawMs)),
      ratio: median(results.map(({ apiMs, rawMs }) => apiMs / rawMs)),
      queries: last.queries,
      gzipKb: gzipSync(last.text).length / 1000,
      notModified: again.status === 304,
      nodes: data.nodes.length,
      edges: data.edges.length,
    });
  }
  return figures;
}
