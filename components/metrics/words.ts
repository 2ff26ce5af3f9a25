import type { ChartProtocol, ChartReporter, Charts, ReporterChoice } from '#lib/contract/charts.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { formatLength } from '#lib/format-range.ts';

/** Sentences and heads of the metrics tabs. */
export const words = {
  groupBy: 'Group by',
  groupByNothing: 'Nothing',
  ungroup: 'No groups',
  severalValues: 'Labels with several values',
  oneValue: 'One value each',
  reporter: 'Reported by',
  lines: 'Lines',
  usualLines: 'Usual',
  traces: 'Traces',
  tracesTitle: 'Traces as dots over the duration',
  tracesUnread: (why: string) => `No trace dots: ${why}`,
  tracesNone: 'No traces in this time range.',
  traceDots: (count: number, isCut: boolean) =>
    `${isCut ? 'The newest ' : ''}${formatQuantity(count, 'trace')} as dots: when each began, how long it took.`,
  rest: 'others',
  notSet: 'not set',
  promql: 'PromQL',
  promqlOf: (title: string) => `PromQL of ${title}`,
  copyOf: (title: string) => `PromQL of ${title}`,
  resolution: ({ stepSeconds, windowSeconds }: Charts['grid']) =>
    `A point every ${formatLength(stepSeconds)}, each over the ${formatLength(windowSeconds)} before it.`,
  brushHint: 'Drag across a chart to zoom.',
  expand: (title: string) => `Expand ${title}`,
  allCharts: 'All charts',
  overall: 'Whole range',
  highest: 'Highest',
  latest: 'Latest',
  line: 'Line',
  gap: 'gap',
  nothing: 'No traffic in this time range',
  nothingText: {
    inbound: 'No proxy reported a request or a connection to it.',
    outbound: 'No proxy reported a request or a connection from it.',
  },
  show: (name: string) => `Show ${name}`,
  selection: 'Selected time',
} as const;

export const protocolTitles: Record<ChartProtocol, string> = {
  http: 'HTTP and gRPC',
  grpc: 'gRPC messages',
  tcp: 'TCP',
};

export const absentTitles: Record<ChartProtocol, string> = {
  http: 'No HTTP in this time range',
  grpc: 'No gRPC in this time range',
  tcp: 'No TCP in this time range',
};

export const reporterTitles: Record<ReporterChoice, string> = {
  auto: 'Usual side',
  destination: 'Called side',
  source: 'Callers',
  waypoint: 'Waypoint',
  both: 'All, side by side',
};

export const reporterTexts: Record<ReporterChoice, string> = {
  auto: 'The target’s own proxies, where they reported',
  destination: 'What arrived at the called proxy',
  source: 'What the calling proxy sent, with what never arrived',
  waypoint: 'What a waypoint in between counted',
  both: 'A chart for each, never summed',
};

export const reportedBy: Record<ChartReporter, string> = {
  destination: 'by the called side',
  source: 'by callers',
  waypoint: 'by waypoints',
};
