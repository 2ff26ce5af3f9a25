import { canaryIndex } from '#lib/canary-index.ts';
import type { ShareEstimate } from '#lib/contract/canaries.ts';
import { formatShare, formatShareFigure } from '#lib/format-share.ts';
import type { Split } from '../split.ts';
import type { JudgedSource } from '../verdict/judged-source.ts';

/** `25.4 % [24.1 – 26.9]` */
export function estimateText({ share, low, high }: ShareEstimate): string {
  return `${formatShare(share)} [${formatShareFigure(low)} – ${formatShareFigure(high)}]`;
}

/** What a source sent to the version that is tried: `catalog-v2 25.4 % [24.1 – 26.9]`. */
export function canaryShareText(source: Pick<JudgedSource, 'versions'>, split: Split): string {
  const index = canaryIndex(split.versions);
  const estimate = source.versions[index]?.estimate;
  const name = split.versions[index]?.name ?? '';
  return estimate === undefined ? `${name}: no requests` : `${name} ${estimateText(estimate)}`;
}

/** `75.0 / 25.0 %` */
export function sharesText(shares: readonly number[]): string {
  return `${shares.map((share) => formatShareFigure(share)).join(' / ')} %`;
}

/** Weights as somebody wrote them, in the order of the versions: `3:1`. */
export function configuredText({ versions }: Pick<Split, 'versions'>): string {
  return versions.map(({ weight }) => weight).join(':');
}
