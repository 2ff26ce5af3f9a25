import type { ChartId, ChartProtocol } from '#lib/contract/charts.ts';
import type { Chart } from './charts.ts';
import { measureEntries } from './measures.ts';

export const noTraffic: Record<ChartProtocol, string> = {
  http: 'No HTTP or gRPC requests in this time range.',
  grpc: 'No gRPC requests in this time range.',
  tcp: 'No TCP connections in this time range.',
};

/** Why a chart of traffic that exists has no line. */
export function emptyText(chart: Chart, hasSeries: boolean): string {
  const { metric } = measureEntries[chart.shows === 'distribution' ? chart.buckets : chart.measure];
  if (!hasSeries)
    return `The store has no ${metric} of this traffic. Istio's Telemetry resources can switch a metric off.`;
  return 'No request ended in this time range: an empty histogram has no mean and no quantile.';
}

/** How much of a distribution nobody measured. */
export function gapsNote(gaps: number, points: number): string {
  return `${gaps} of ${points} points are gaps: no request ended there, and an empty histogram has no quantile.`;
}

export function unreadNote(titles: readonly string[]): string {
  return `Not read: ${titles.join(', ').toLowerCase()}.`;
}

export function groupsNote(shown: number, total: number): string {
  return `${total} groups: the ${shown} busiest by themselves, the others summed up.`;
}

export const restOf = (id: ChartId) =>
  id === 'errors' ? 'All groups together, by answer' : 'All groups together';
