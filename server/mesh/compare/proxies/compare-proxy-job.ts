import type { ComparedResource, ComparedSectionCounts } from '#lib/contract/compare-proxies.ts';
import { comparedSections, type ResourceDifference } from '#lib/contract/drift.ts';
import { compareDumps } from '#server/mesh/proxy/drift/diff/compare-dumps.ts';
import { type ComparisonRules, withItself } from '#server/mesh/proxy/drift/diff/comparison-rules.ts';
import { withOtherPod } from '#server/mesh/proxy/drift/diff/with-other-pod.ts';
import { withoutMissing } from '#server/mesh/proxy/drift/diff/without-missing.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { comparedResource } from './compared-resource.ts';

type Parameters = {
  /** Another pod has other addresses of its own. */
  isSamePod: boolean;
  /** Without the differences only how many there are is answered. */
  isDetailed: boolean;
};

export type ProxyDifferences = {
  sections: ComparedSectionCounts[];
  differences: ComparedResource[];
  moreDifferences: number;
  leftOut: string[];
};

const mostDifferences = 200;

/**
 * Compares two dumps of an Envoy: `[earlier, later]`.
 * @throws ViglaError `source_failed` for what is no dump, or was cut off
 */
export const compareProxyJob: DumpJob<Parameters, ProxyDifferences> = {
  name: 'compareProxy',
  run: ([before = new Uint8Array(), after = new Uint8Array()], { isSamePod, isDetailed }) => {
    const dumps = { left: openDump(before), right: openDump(after) };
    const chosen: ComparisonRules = isSamePod ? withItself : withOtherPod(dumps);
    const rules = withoutMissing(chosen, [before, after]);
    const { sections, differences } = compareDumps(dumps.left, dumps.right, rules, Number.POSITIVE_INFINITY);
    const shown = isDetailed ? differences.slice(0, mostDifferences) : [];
    return {
      sections: comparedSections.map((section) =>
        countsOf({
          section,
          compared: sections.find((one) => one.section === section)?.compared ?? 0,
          differences: differences.filter((one) => one.section === section),
        }),
      ),
      differences: shown.map(comparedResource),
      moreDifferences: isDetailed ? differences.length - shown.length : 0,
      leftOut: [...rules.leftOut],
    };
  },
};

type Section = {
  section: ComparedSectionCounts['section'];
  compared: number;
  differences: readonly ResourceDifference[];
};

function countsOf({ section, compared, differences }: Section): ComparedSectionCounts {
  const count = (kind: ResourceDifference['kind']) => differences.filter((one) => one.kind === kind).length;
  return {
    section,
    added: count('onlyRight'),
    removed: count('onlyLeft'),
    changed: count('changed'),
    same: compared - differences.length,
  };
}
