import type { LoadContext } from '#server/sources/interface.ts';
import type { Split } from '../split.ts';
import { type CallingSource, callingProxies } from './calling-proxies.ts';
import { type EnvoySplits, loadChosenSplits } from './load-chosen-splits.ts';

/**
 * How the proxies of callers divide the requests of a split: its rule as each of them has it. Of the proxies of all
 * sources, and of the gateways and waypoints that serve the split, at most 24 are read, one of each workload before the
 * others. One that does not answer says why; nothing is thrown but what cancels the request or concerns all proxies.
 */
export async function loadEnvoySplits(
  split: Split,
  sources: readonly CallingSource[],
  context: LoadContext,
): Promise<EnvoySplits> {
  const snapshot = await context.sources.objects.snapshot(context.signal);
  const callers = callingProxies(split, sources, snapshot);
  return loadChosenSplits(split, { ...callers, doing: 'call' }, { snapshot, context });
}
