import { formatNumber, unitSpace } from '#lib/format-number.ts';
import { numberAt, textAt } from '#server/mesh/proxy/json/json.ts';

const denominators: Record<string, number> = { HUNDRED: 100, TEN_THOUSAND: 10_000, MILLION: 1_000_000 };

/** Envoy's FractionalPercent in percent; `HUNDRED` is what it leaves out. Undefined where there is none. */
function percentOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const denominator = denominators[textAt(value, 'denominator') ?? 'HUNDRED'] ?? 100;
  return ((numberAt(value, 'numerator') ?? 0) * 100) / denominator;
}

/** `50 %`, with as many decimals as it takes. */
export function percentWords(value: unknown): string {
  const percent = percentOf(value) ?? 100;
  const decimals = Number.isInteger(percent) ? 0 : Number.isInteger(percent * 10) ? 1 : 4;
  return `${formatNumber(percent, decimals)}${unitSpace}%`;
}
