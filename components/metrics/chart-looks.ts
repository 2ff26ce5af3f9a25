import type { ChartDirection, ChartId, Statistic } from '#lib/contract/charts.ts';
import { formatBytes, formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatFigure, unitSpace } from '#lib/format-number.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';

export type ChartLook = {
  title: Record<ChartDirection, string>;
  format: (value: number) => string;
  /** The greatest value that can be. */
  most?: number;
};

const same = (title: string) => ({ inbound: title, outbound: title });
const perSecond = (unit: string) => (value: number) => `${formatFigure(value)}${unitSpace}${unit}/s`;

/** How each chart is called and how its values are written. Titles name the direction as the target sees it. */
export const chartLooks: Record<ChartId, ChartLook> = {
  requests: { title: same('Request volume'), format: formatRate },
  errors: { title: same('Failed requests'), format: formatShare, most: 1 },
  duration: { title: same('Duration'), format: formatMs },
  requestSize: { title: same('Request size'), format: formatBytes },
  responseSize: { title: same('Response size'), format: formatBytes },
  requestThroughput: { title: same('Request throughput'), format: formatBytesPerSecond },
  responseThroughput: { title: same('Response throughput'), format: formatBytesPerSecond },
  grpcRequestMessages: {
    title: { inbound: 'gRPC messages received', outbound: 'gRPC messages sent' },
    format: perSecond('msg'),
  },
  grpcResponseMessages: {
    title: { inbound: 'gRPC messages sent', outbound: 'gRPC messages received' },
    format: perSecond('msg'),
  },
  tcpOpened: { title: same('TCP connections opened'), format: perSecond('conn') },
  tcpClosed: { title: same('TCP connections closed'), format: perSecond('conn') },
  tcpRequestBytes: {
    title: { inbound: 'TCP bytes received', outbound: 'TCP bytes sent' },
    format: formatBytesPerSecond,
  },
  tcpResponseBytes: {
    title: { inbound: 'TCP bytes sent', outbound: 'TCP bytes received' },
    format: formatBytesPerSecond,
  },
};

/** Charts over which traces have a place: their durations are in its unit. */
export const chartWithTraces: ChartId = 'duration';

export const statisticTitles: Record<Statistic | 'errors' | 'clientErrors', string> = {
  mean: 'mean',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
  p999: 'p99.9',
  errors: 'failed',
  clientErrors: '4xx',
};
