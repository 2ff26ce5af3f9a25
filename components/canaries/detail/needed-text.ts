import type { CanarySource } from '#lib/contract/canary-source.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatLength } from '#lib/format-length.ts';
import { words } from './words.ts';

/** Until a decision: `380 more requests, about 4 h`; without a rate nobody knows how long. */
export function neededText({ requestCount, seconds }: NonNullable<CanarySource['needed']>): string {
  const requests = words.moreRequests(formatCount(requestCount), requestCount);
  return seconds === undefined ? requests : `${requests}, ${words.about(formatLength(seconds))}`;
}
