import type { ZtunnelMetric } from '#lib/contract/ztunnel.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { parseExposition } from '#server/mesh/proxy/stats/parse-exposition.ts';
import type { ZtunnelRows } from './ztunnel-job.ts';

const helpLine = /^# HELP (\S+) (.*)$/gm;

/** Ztunnel's own counters and gauges, each with the sentence that it says about itself. */
export const metricsJob: DumpJob<null, ZtunnelRows<ZtunnelMetric>> = {
  name: 'ztunnel-metrics',
  run: ([bytes = new Uint8Array()]) => {
    const text = new TextDecoder().decode(bytes);
    const helps = new Map([...text.matchAll(helpLine)].map(([, name = '', help = '']) => [name, help]));
    const { samples, types, unread } = parseExposition(text);
    return {
      rows: samples.map(({ name, labels, value }) => {
        const family = familyOf(name, types);
        const help = helps.get(family);
        return {
          name,
          labels: Object.entries(labels)
            .map(([key, label]) => `${key}="${label}"`)
            .join(', '),
          type: types.get(family) ?? 'unknown',
          // JSON knows no NaN and no infinity.
          value: String(value),
          ...(help === undefined ? {} : { help }),
        };
      }),
      problems: unread.map((line) => `This line is no metric: ${line.slice(0, 120)}`),
    };
  },
};

/** OpenMetrics declares `x` and counts `x_total`; histograms have `_bucket`, `_sum` and `_count`. */
function familyOf(name: string, types: ReadonlyMap<string, string>): string {
  if (types.has(name)) return name;
  const family = name.replace(/_(total|bucket|sum|count|created)$/, '');
  return types.has(family) ? family : name;
}
