import type { WhatIf, WhatIfQuery } from '#lib/contract/canary-what-if.ts';
import { accident, requestsUntilAstray, requestsUntilNoneAstray } from './statistics/astray.ts';
import { deltaOf } from './statistics/delta-of.ts';
import { mostRequests } from './statistics/first-reaching.ts';
import { requestsNeeded } from './statistics/requests-needed.ts';
import { requestsUntilEvidence } from './statistics/requests-until-evidence.ts';
import { whatIfText } from './what-if-text.ts';

/**
 * How many requests of one caller it takes to tell an actual share of a version from the configured one, in half and in nine
 * tenths of cases, and how many to confirm the configured one; seconds too where a rate is given. Shares of the query are
 * percent, those of the answer 0 to 1. The rest goes to one other version, and the smaller one of both decides how long it
 * takes. A version of weight 0, or all others beside one of 100 %, has the rule for requests astray instead.
 * Source: decisions.md, Canary; statistics/requests-until-evidence.ts.
 */
export function whatIf({ configured, actual, requestsPerSecond }: WhatIfQuery): WhatIf {
  const shares = { configured: configured / 100, actual: actual / 100 };
  const figures = configured === 0 || configured === 100 ? withoutWeight(shares) : withWeight(shares);
  const rate = requestsPerSecond;
  return {
    ...figures,
    ...(rate === undefined ? {} : { seconds: secondsOf(figures, rate) }),
    text: whatIfText({ ...shares, ...figures, ...(rate === undefined ? {} : { requestsPerSecond: rate }) }),
  };
}

type Shares = { configured: number; actual: number };
type Figures = Pick<WhatIf, 'mismatch' | 'confirmation' | 'delta'>;

function withWeight({ configured, actual }: Shares): Figures {
  const delta = Math.min(deltaOf(configured), deltaOf(1 - configured));
  return {
    ...mismatchOf((portion) => requestsUntilEvidence({ configured, actual }, portion)),
    confirmation: Math.min(requestsNeeded(configured, delta), mostRequests),
    delta,
  };
}

function withoutWeight({ configured, actual }: Shares): Figures {
  return {
    ...mismatchOf((portion) => requestsUntilAstray(Math.abs(actual - configured), portion)),
    confirmation: requestsUntilNoneAstray() ?? mostRequests,
    delta: accident.highestShare,
  };
}

function mismatchOf(requests: (portion: number) => number | undefined): Pick<WhatIf, 'mismatch'> {
  const half = requests(0.5);
  const most = requests(0.9);
  return half === undefined || most === undefined ? {} : { mismatch: { half, most } };
}

function secondsOf({ mismatch, confirmation }: Figures, requestsPerSecond: number): WhatIf['seconds'] {
  const seconds = (requests: number) => Math.min(requests / requestsPerSecond, Number.MAX_SAFE_INTEGER);
  return {
    ...(mismatch === undefined
      ? {}
      : { mismatchHalf: seconds(mismatch.half), mismatchMost: seconds(mismatch.most) }),
    confirmation: seconds(confirmation),
  };
}
