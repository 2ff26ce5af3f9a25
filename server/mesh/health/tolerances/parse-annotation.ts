import { type Tolerance, toleranceSchema } from '#lib/health-tolerances.ts';

/** What an annotation tolerates, or why it cannot be read. */
export type ParsedAnnotation = { tolerance: Tolerance } | { problem: string };

type Rate = NonNullable<Tolerance['rates']>[number];

/** Kiali's `health.kiali.io/rate`: `code,degraded,failure,protocol,direction` joined by `;`, shares in percent. */
export function parseRateAnnotation(text: string): ParsedAnnotation {
  const rates: Rate[] = [];
  for (const part of partsOf(text)) {
    const rate = parseRate(part);
    if (typeof rate === 'string') return { problem: rate };
    rates.push(rate);
  }
  return checked({ rates });
}

/**
 * Vigla's own `vigla.dev/health`: JSON of `toleranceSchema`, or the short form of Kiali's with two parts more,
 * `p95,<degraded ms>[,<failing ms>]` and `minimum,<requests>`.
 */
export function parseHealthAnnotation(text: string): ParsedAnnotation {
  if (text.trimStart().startsWith('{')) return parseJson(text);
  const rates: Rate[] = [];
  const tolerance: { [field: string]: unknown } = {};
  for (const part of partsOf(text)) {
    const [name, ...figures] = part.split(',').map((field) => field.trim());
    if (name === 'p95') {
      const [degradedFrom, failingFrom] = figures.map(Number);
      tolerance.p95Ms = failingFrom === undefined ? { degradedFrom } : { degradedFrom, failingFrom };
    } else if (name === 'minimum') tolerance.minimumRequests = Number(figures[0]);
    else {
      const rate = parseRate(part);
      if (typeof rate === 'string') return { problem: rate };
      rates.push(rate);
    }
  }
  return checked(rates.length === 0 ? tolerance : { ...tolerance, rates });
}

function partsOf(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A sentence where it is wrong. */
function parseRate(part: string): Rate | string {
  const fields = part.split(',').map((field) => field.trim());
  const [code = '', degraded = '', failing = '', protocol = '', direction = ''] = fields;
  if (fields.length !== 5 || fields.includes(''))
    return `"${part}" is not "code,degraded,failure,protocol,direction"`;
  const [degradedPercent, failingPercent] = [Number(degraded), Number(failing)];
  if (Number.isNaN(degradedPercent) || Number.isNaN(failingPercent))
    return `"${part}" has a limit that is no number`;
  return { code, degradedPercent, failingPercent, protocol, direction };
}

function parseJson(text: string): ParsedAnnotation {
  try {
    return checked(JSON.parse(text));
  } catch {
    return { problem: 'it is not JSON' };
  }
}

function checked(value: unknown): ParsedAnnotation {
  const parsed = toleranceSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problem: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  const { data } = parsed;
  if (Object.keys(data).length === 0 || data.rates?.length === 0) return { problem: 'it says nothing' };
  return { tolerance: data };
}
