import type { ProxyStats, StatRow } from '#lib/contract/proxy-stats.ts';
import { formatQuantity } from '#lib/format-count.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { families } from './families.ts';
import { foldSamples } from './fold-samples.ts';
import { parseExposition } from './parse-exposition.ts';
import { statRows } from './stat-rows.ts';

type Parameters = { filter: string; unused: boolean };
export type ReadStats = Pick<ProxyStats, 'families' | 'rows' | 'count' | 'notes'> & { problems: string[] };

/** What one answer holds at most: a filter leads to the rest. */
const mostRows = 3_000;

/**
 * The statistics of a proxy. The first input is Envoy's own answer, the second the agent's, which repeats Envoy's and may
 * have the application's, too: of it only what is the agent's is taken.
 */
export const statsJob: DumpJob<Parameters, ReadStats> = {
  name: 'stats',
  run: ([envoy = new Uint8Array(), agent = new Uint8Array()], { filter, unused }) => {
    const own = parseExposition(textOf(envoy));
    const agents = parseExposition(textOf(agent));
    const agentOnly = agents.samples.filter(({ name }) => name.startsWith('istio_agent_'));
    const all = statRows([...foldSamples(own), ...foldSamples({ samples: agentOnly, types: agents.types })]);
    const wanted = filter.toLowerCase();
    const rows = all
      .filter((row) => unused || isUsed(row))
      .filter((row) => wanted === '' || textsOf(row).some((text) => text.toLowerCase().includes(wanted)));
    const inOrder = rows.toSorted((left, right) => rankOf(left) - rankOf(right));
    return {
      families: families.map(({ id, title }) => ({
        id,
        title,
        count: rows.filter(({ family }) => family === id).length,
      })),
      rows: inOrder.slice(0, mostRows),
      count: rows.length,
      notes: notesOf(all),
      problems: own.unread.length === 0 ? [] : [unreadText(own.unread)],
    };
  },
};

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A counter that never counted says nothing, unless it is one that people look for. */
function isUsed({ type, value, histogram, explanation }: StatRow): boolean {
  if (explanation !== undefined) return true;
  if (histogram !== undefined) return histogram.count > 0;
  return type !== 'counter' || value !== 0;
}

/** What needs attention before what is explained before the rest; each family in its own order. */
function rankOf({ attention, explanation, family }: StatRow): number {
  const group = attention !== undefined ? 0 : explanation !== undefined ? 1 : 2;
  return group * families.length + families.findIndex(({ id }) => id === family);
}

function textsOf({ name, subject = '', labels }: StatRow): string[] {
  return [name, subject, ...Object.values(labels)];
}

/** Istio keeps Envoy from counting most of what it could. Source: Istio's bootstrap, `stats_matcher`. */
function notesOf(rows: readonly StatRow[]): string[] {
  const clusters = new Set(rows.filter(({ family }) => family === 'cluster').map(({ subject }) => subject));
  clusters.delete('xds-grpc');
  if (clusters.size > 0) return [];
  return [
    'Istio has Envoy count clusters only where it is told to: proxyStatsMatcher in the mesh configuration, or the pod’s annotation proxy.istio.io/config. The table of endpoints has counters of every host.',
  ];
}

function unreadText(lines: readonly string[]): string {
  return `${formatQuantity(lines.length, 'line')} of the statistics could not be read, the first is: ${(lines[0] ?? '').slice(0, 120)}`;
}
