import type { ComparedVersion } from '#lib/contract/canary-comparison.ts';
import { formatShare } from '#lib/format-share.ts';
import type { LatencyBuckets } from '../observed.ts';
import { type MannWhitney, mannWhitney } from '../statistics/mann-whitney.ts';
import { z95 } from '../statistics/wilson.ts';

/** As unlikely as this by chance: of a hundred looks at 0.001, 1.3 % raise a false alarm (peers.md, section 3.2). */
const highestPValue = 0.001;
/** From here on an effect is called small (Vargha & Delaney 2000). */
const smallEffect = 0.56;

type Body = NonNullable<ComparedVersion['body']>;

/**
 * Whether the whole body of response times moved. `worse` and `better` need both, a result that chance does not give and an
 * effect that matters: with many requests a microsecond is significant. `equal` where the 95 % interval of the effect ends
 * below a small one. Undefined where one of both has no requests. Source: peers.md section 3.4.
 */
export function compareBody(ours: LatencyBuckets, theirs: LatencyBuckets): Body | undefined {
  const test = mannWhitney(ours, theirs);
  if (test === undefined) return undefined;
  const { probabilitySlower, z, pValue } = test;
  const status = statusOf(test);
  return { status, text: textOf(status, test), probabilitySlower, z, pValue };
}

function statusOf({ probabilitySlower, pValue, deviation }: MannWhitney): Body['status'] {
  const isSignificant = pValue < highestPValue;
  if (isSignificant && probabilitySlower >= smallEffect) return 'worse';
  if (isSignificant && probabilitySlower <= 1 - smallEffect) return 'better';
  return probabilitySlower + z95 * deviation < smallEffect ? 'equal' : 'undecided';
}

function textOf(status: Body['status'], { probabilitySlower, deviation }: MannWhitney): string {
  const isMaybeShorter = probabilitySlower - z95 * deviation <= 1 - smallEffect;
  return texts[status === 'equal' && isMaybeShorter ? 'notWorse' : status](probabilitySlower);
}

const texts: Record<Body['status'] | 'notWorse', (probabilitySlower: number) => string> = {
  worse: (probability) => `response times longer, in ${formatShare(probability)} of pairs`,
  better: (probability) => `response times shorter, in ${formatShare(1 - probability)} of pairs`,
  equal: () => 'response times equal',
  notWorse: () => 'response times not longer',
  undecided: () => 'response times undecided',
};
