import type { Evidence } from '#lib/contract/evidence.ts';
import type { Health } from '#lib/contract/health.ts';
import type { Thresholds } from './thresholds.ts';

/** Responses of one code and flag, e.g. 503 and UF; `-` where Envoy says nothing. */
export type ResponseFigure = { code: string; flags: string; requestsPerSecond: number };

/** Whether a window has fewer requests than somebody said a judgement needs. */
export function areTooFew(
  { requestCount }: { requestCount?: number },
  { minimumRequests = 0 }: Thresholds,
): boolean {
  return requestCount !== undefined && requestCount < minimumRequests;
}

/** Rates are sums of floating-point numbers: without rounding, a tenth may miss its own threshold. */
export function shareOf(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined || whole <= 0) return undefined;
  return Math.min(1, Math.round((part / whole) * 1e9) / 1e9);
}

/** `: 503 UH, no response`, the most frequent first. */
export function nameResponses(responses: readonly ResponseFigure[] = []): string {
  const rates = new Map<string, number>();
  for (const { code, flags, requestsPerSecond } of responses) {
    const codeText = code === '-' || code === '0' ? 'no response' : code;
    const name = flags === '-' || flags === '' ? codeText : `${codeText} ${flags}`;
    rates.set(name, (rates.get(name) ?? 0) + requestsPerSecond);
  }
  const names = [...rates]
    .sort(([a, rateA], [b, rateB]) => rateB - rateA || (a < b ? -1 : 1))
    .map(([name]) => name);
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}

export function fault(
  status: 'failing' | 'degraded',
  text: string,
  { evidence = [] }: { evidence?: readonly Evidence[] | undefined },
): Health {
  return { status, reasons: [{ text, evidence: [...evidence] }] };
}
