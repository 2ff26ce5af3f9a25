import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanaryQuery } from '#lib/contract/canary-query.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { isUnobserved } from './judged-answer.ts';
import { loadObservedCanary } from './load-observed-canary.ts';
import { loadSplitAnswer } from './load-split-answer.ts';
import { loadUnobservedCanary } from './unobserved/load-unobserved-canary.ts';

/**
 * One weighted rule: configured, in the proxies of its callers and observed, over time, with versions compared and the
 * likely causes of what is off. Without a metric store: configured and in the proxies of those who may call.
 * @throws ViglaError `not_found` that names the rules of the object that are splits
 */
export async function loadCanary(query: CanaryQuery, context: LoadContext): Promise<Answer<CanaryDetail>> {
  const { answer, ...found } = await loadSplitAnswer(query, context);
  if (isUnobserved(answer)) return loadUnobservedCanary({ ...found, answer }, context);
  const { data, warnings } = await loadObservedCanary({ ...found, answer }, query.range, context);
  return { data, warnings };
}
