import type { Evidence } from '#lib/contract/evidence.ts';
import type { Health } from '#lib/contract/health.ts';
import { formatShare } from './format-figures.ts';
import { areTooFew, fault, nameResponses, type ResponseFigure, shareOf } from './judged-share.ts';
import { mergeHealth } from './merge-health.ts';
import type { RateTolerance, Thresholds } from './thresholds.ts';

export type Direction = 'inbound' | 'outbound';
type Answer = ResponseFigure & { protocol: string };
type Judged = {
  subject: string;
  requestCount?: number;
  direction?: Direction;
  answers?: readonly Answer[];
  evidence?: readonly Evidence[];
};

/**
 * Health by tolerances of single codes: of each protocol the share of the answers whose code a tolerance is for. Codes
 * that no tolerance is for are nobody's fault, as in Kiali's annotation.
 */
export function judgeRates(figures: Judged, thresholds: Thresholds): Health | undefined {
  const { rates } = thresholds;
  if (rates === undefined || areTooFew(figures, thresholds)) return undefined;
  const { direction = 'inbound', answers = [] } = figures;
  const faults = [...Map.groupBy(answers, ({ protocol }) => protocol)].flatMap(([protocol, of]) =>
    rates
      .filter((rate) => rate.protocol.test(protocol) && rate.direction.test(direction))
      .flatMap((rate) => judgeRate(of, rate, figures) ?? []),
  );
  return faults.length === 0 ? undefined : mergeHealth(faults);
}

function judgeRate(answers: readonly Answer[], rate: RateTolerance, figures: Judged): Health | undefined {
  const matching = answers.filter(({ code }) => rate.code.test(code));
  const share = shareOf(sumOf(matching), sumOf(answers));
  if (share === undefined || share === 0 || share < rate.degradedFrom) return undefined;
  const status = share >= rate.failingFrom ? 'failing' : 'degraded';
  const text = `${formatShare(share)} of requests ${figures.subject} have a code that is tolerated less (${rate.written})${nameResponses(matching)}`;
  return fault(status, text, figures);
}

function sumOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { requestsPerSecond }) => sum + requestsPerSecond, 0);
}
