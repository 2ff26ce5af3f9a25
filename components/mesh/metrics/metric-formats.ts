import type { MetricUnit } from '#lib/contract/mesh-metrics.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatFigure, unitSpace } from '#lib/format-number.ts';

const longestInMs = 120;

/** How a value of each unit is written. */
export const metricFormats: Record<MetricUnit, (value: number) => string> = {
  count: (value) => (Number.isInteger(value) ? formatCount(value) : formatFigure(value)),
  perSecond: (value) => `${formatFigure(value)}${unitSpace}/s`,
  seconds: formatSeconds,
  bytes: formatBytes,
  cores: (value) => `${formatFigure(value)}${unitSpace}cores`,
};

function formatSeconds(seconds: number): string {
  if (seconds < longestInMs) return formatMs(seconds * 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return `${minutes}${unitSpace}min`;
  const days = Math.floor(hours / 24);
  return days < 1
    ? `${hours}${unitSpace}h ${minutes % 60}${unitSpace}min`
    : `${days}${unitSpace}d ${hours % 24}${unitSpace}h`;
}
