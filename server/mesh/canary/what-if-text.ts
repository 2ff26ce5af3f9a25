import type { WhatIf } from '#lib/contract/canary-what-if.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatLength } from '#lib/format-length.ts';
import { unitSpace } from '#lib/format-number.ts';
import { mostRequests } from './statistics/first-reaching.ts';

type Told = Pick<WhatIf, 'mismatch' | 'confirmation' | 'delta'> & {
  /** 0 to 1. */
  configured: number;
  actual: number;
  requestsPerSecond?: number;
};

/** A thousand years: nobody waits longer. */
const longestSeconds = 31_536_000_000;

/** The figures of a what-if as one sentence. */
export function whatIfText(told: Told): string {
  const isWeighted = told.configured > 0 && told.configured < 1;
  return isWeighted ? weightedText(told) : weightlessText(told);
}

function weightedText(told: Told): string {
  const { configured, actual, confirmation, delta } = told;
  const right = `a right ${percent(configured)} is sure to ±${unitSpace}${points(delta)} after about ${lasting(confirmation, told)}`;
  if (configured === actual) return `Nothing differs from what is configured: ${right}.`;
  const wrong = foundText(`${percent(actual)} instead of ${percent(configured)}`, told);
  // Differences of percentages that were typed in decimals miss their delta by a rounding error.
  const isInside = told.mismatch !== undefined && Math.abs(actual - configured) <= delta + 1e-9;
  const minor = isInside ? `, as minor, since it is within ±${unitSpace}${points(delta)}` : '';
  return `${wrong}${minor}; ${right}.`;
}

function weightlessText(told: Told): string {
  const { configured, actual, confirmation } = told;
  const who = configured === 0 ? 'A version of weight 0' : 'Versions beside one of 100 %';
  const astray = Math.abs(actual - configured);
  const right = `without one astray, ${lasting(confirmation, told)} show that fewer than 0.1${unitSpace}% are`;
  if (astray === 0)
    return `${who} should get no request and get${configured === 0 ? 's' : ''} none: ${right}.`;
  return `${foundText(`${percent(astray)} for ${lowered(who)}`, told)}; ${right}.`;
}

function foundText(what: string, told: Told): string {
  if (told.mismatch === undefined)
    return `${what} cannot be told from chance with ${formatCount(mostRequests)} requests`;
  const { half, most } = told.mismatch;
  return `${what} is found within about ${lasting(half, told)} in half of all cases, within ${lasting(most, told)} in nine of ten`;
}

/** `7,100 requests (2 h)` */
function lasting(requests: number, { requestsPerSecond }: Told): string {
  const text =
    requests >= mostRequests ? `more than ${formatCount(mostRequests)}` : formatCount(rounded(requests));
  if (requestsPerSecond === undefined) return `${text} requests`;
  const seconds = Math.min(requests / requestsPerSecond, longestSeconds);
  return `${text} requests (${formatLength(Math.max(1, seconds))}${seconds === longestSeconds ? ' or more' : ''})`;
}

/** Two digits: more would promise what an estimate cannot hold. */
function rounded(requests: number): number {
  return Number(requests.toPrecision(2));
}

/** As somebody typed it: `10 %`, `2.5 %`, `0.001 %`. */
function percent(share: number): string {
  return `${Number((share * 100).toPrecision(12))}${unitSpace}%`;
}

function points(delta: number): string {
  return `${Number((delta * 100).toPrecision(2))} points`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
