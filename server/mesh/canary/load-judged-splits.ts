import type { Warning } from '#lib/contract/envelope.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { atOnce } from '../at-once.ts';
import { gatewayWorkloadsOf } from './gateway-workloads.ts';
import type { SplitAnswer } from './judged-answer.ts';
import { loadObservations } from './observed/load-observations.ts';
import { lastSliceEnd } from './observed/slice-grid.ts';
import { loadPinned } from './pins/load-pinned.ts';
import type { Split } from './split.ts';
import { judgeSplit } from './verdict/judge-split.ts';
import { whoIsJudged } from './verdict/who-is-judged.ts';
import { loadWindows } from './window/load-windows.ts';
import { splitThen } from './window/split-then.ts';

type Asked = { range: number; at: 'now' | number };

/** Splits whose logs are read at the same time. */
const splitsAtOnce = 4;

/**
 * Counts and judges splits over the page's range, each from its window's start on. Counters come in one batch for all;
 * logs are read only for callers of splits whose versions can be reached otherwise, too. Splits whose counters could not
 * be read are handed on with the failure: pages show what else is known, gates throw it.
 */
export async function loadJudgedSplits(
  splits: readonly Split[],
  { range, at }: Asked,
  { snapshot, context }: { snapshot: ObjectsSnapshot; context: LoadContext },
): Promise<{ answers: SplitAnswer[]; warnings: Warning[] }> {
  const toSeconds = lastSliceEnd(windowEnd(at, context.nowSeconds));
  const asked = { fromSeconds: toSeconds - range, toSeconds };
  const gateways = gatewayWorkloadsOf(snapshot);
  const isGateway = (key: string) => gateways.has(key);
  const windows = loadWindows(splits, asked, { snapshot, context });
  const { bySplit, failures, warnings } = await loadObservations(splits, asked, context);
  const judged = await atOnce(
    splits.flatMap((split) => {
      const observation = bySplit.get(split);
      const window = windows.get(split);
      return observation === undefined || window === undefined ? [] : [{ split, observation, window }];
    }),
    splitsAtOnce,
    async ({ split: present, observation, window }) => {
      const split = splitThen(present, window);
      const callers = whoIsJudged(split, observation, isGateway).judged;
      const pinned =
        callers.length === 0
          ? { bySource: new Map(), warnings: [] }
          : await loadPinned(split, callers, window, context);
      const judgement = judgeSplit({ split, observation, window, pinned: pinned.bySource, isGateway });
      return { answer: { split, observation, window, judged: judgement }, warnings: pinned.warnings };
    },
  );
  const unobserved = [...failures].flatMap(([split, failure]) => {
    const window = windows.get(split);
    return window === undefined ? [] : [{ split: splitThen(split, window), window, failure }];
  });
  return {
    answers: [...judged.map(({ answer }) => answer), ...unobserved],
    warnings: [...warnings, ...judged.flatMap((one) => one.warnings)],
  };
}
