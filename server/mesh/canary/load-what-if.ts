import type { WhatIf, WhatIfQuery } from '#lib/contract/canary-what-if.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import { whatIf } from './what-if.ts';

/** What a canary would need; nothing is asked of any source. */
export async function loadWhatIf(query: WhatIfQuery): Promise<Answer<WhatIf>> {
  return { data: whatIf(query), warnings: [] };
}
