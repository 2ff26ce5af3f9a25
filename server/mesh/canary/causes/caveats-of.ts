import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CauseInput } from './cause-input.ts';
import { caveatRules } from './caveat-rules.ts';

/** What one has to know to read the figures of this split, only what applies here. Source: peers.md section 3.5. */
export function caveatsOf(input: CauseInput): CanaryDetail['caveats'] {
  return Object.entries(caveatRules).flatMap(([id, rule]) => rule(input).map((text) => ({ id, text })));
}
