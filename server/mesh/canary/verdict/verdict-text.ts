import { canaryIndex } from '#lib/canary-index.ts';
import type { JudgedStatus } from '#lib/contract/canaries.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatLength } from '#lib/format-length.ts';
import { formatNumber } from '#lib/format-number.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import type { Split } from '../split.ts';
import type { JudgedSource, JudgedVersion } from './judged-source.ts';

type Judged = Pick<JudgedSource, 'status' | 'versions' | 'requestCount' | 'unassigned' | 'needed' | 'bounds'>;

/** The reason of a verdict in a few words: `25 points over`, `decided`, `380 more, about 4 h`. */
export function verdictText(judged: Judged, split: Pick<Split, 'versions'>): string {
  return texts[judged.status](judged, split);
}

const texts: Record<JudgedStatus, (judged: Judged, split: Pick<Split, 'versions'>) => string> = {
  mismatch: deviation,
  minor: deviation,
  mixed: ({ bounds = [] }, split) => {
    const index = canaryIndex(split.versions);
    const { low, high } = bounds[index] ?? { low: 0, high: 1 };
    return `${split.versions[index]?.name} between ${formatShareFigure(low)} and ${formatShareFigure(high)} %`;
  },
  consistent: () => 'decided',
  insufficient: ({ requestCount, unassigned, needed }) => {
    if (requestCount === 0) return unassigned.length === 0 ? 'no requests' : 'none reached a version';
    if (needed === undefined) return 'too close to tell';
    const more = `${formatCount(needed.requestCount)} more`;
    return needed.seconds === undefined ? more : `${more}, about ${formatLength(needed.seconds)}`;
  },
};

/** Of the version that is off most; named where it is not clear of itself. */
function deviation({ versions }: Judged, split: Pick<Split, 'versions'>): string {
  const index = worstIndex(versions, split);
  const { difference = 0, estimate } = versions[index] ?? {};
  const version = split.versions[index];
  if (version?.share === 0)
    return `${version.name} gets ${formatShareFigure(estimate?.share)} %, its weight is 0`;
  const points = formatNumber(Math.abs(difference) * 100, Math.abs(difference) < 0.1 ? 1 : 0);
  const over = `${points} points ${difference < 0 ? 'under' : 'over'}`;
  return split.versions.length === 2 ? over : `${version?.name} ${over}`;
}

/** Of two versions the canary, since the other is off by just as much. */
function worstIndex(versions: readonly JudgedVersion[], split: Pick<Split, 'versions'>): number {
  const unwanted = versions.findIndex(
    ({ isOutside }, index) => isOutside && split.versions[index]?.share === 0,
  );
  if (unwanted >= 0) return unwanted;
  if (versions.length === 2) return canaryIndex(split.versions);
  const sizes = versions.map(({ difference = 0 }) => Math.abs(difference));
  return sizes.indexOf(Math.max(...sizes));
}
