import type { Comparison } from '#lib/contract/drift.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { compareDumps } from './compare-dumps.ts';
import { type ComparisonRules, withIstiod, withItself } from './comparison-rules.ts';
import { withOtherPod } from './with-other-pod.ts';
import { withoutMissing } from './without-missing.ts';

type Parameters = { with: 'istiod' | 'otherPod' | 'itself' };

/**
 * Compares two dumps: `[left, right]`, the proxy's own on the right.
 * @throws ViglaError `source_failed` for what is no dump, or was cut off
 */
export const compareJob: DumpJob<Parameters, Omit<Comparison, 'left' | 'right'>> = {
  name: 'compare',
  run: ([leftBytes = new Uint8Array(), rightBytes = new Uint8Array()], parameters) => {
    const dumps = { left: openDump(leftBytes), right: openDump(rightBytes) };
    const choices: Record<Parameters['with'], () => ComparisonRules> = {
      istiod: () => withIstiod,
      itself: () => withItself,
      otherPod: () => withOtherPod(dumps),
    };
    const rules = withoutMissing(choices[parameters.with](), [leftBytes, rightBytes]);
    return { ...compareDumps(dumps.left, dumps.right, rules), leftOut: [...rules.leftOut] };
  },
};
