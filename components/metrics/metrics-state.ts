import { z } from 'zod';
import { chartIds, reporterChoices, statistics } from '#lib/contract/charts.ts';
import { urlFlag, urlTexts, urlWord, urlWords } from '#lib/url-parameters.ts';

/** What the metrics tabs keep in the address. No statistics means the usual ones, `all` means every chart. */
export const metricsUrl = z.object({
  groupBy: urlTexts(),
  reporter: urlWord(reporterChoices, 'auto'),
  statistics: urlWords(statistics, []),
  dots: urlFlag(true),
  chart: urlWord(['all', ...chartIds], 'all'),
});
export type MetricsState = z.output<typeof metricsUrl>;
export type ChangeMetrics = (patch: Partial<MetricsState>) => void;
