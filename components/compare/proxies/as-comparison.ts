import type { ComparedProxy } from '#lib/contract/compare-proxies.ts';
import type { CompareChange } from '#lib/contract/compare-sides.ts';
import type { Comparison, ResourceDifference } from '#lib/contract/drift.ts';
import { ownAndOther, ownAndOtherLines } from '../own-and-other.ts';
import { words } from '../words.ts';

/** What was is the own form (right) of drift's panels, what is the other one (left). */
const kinds: Record<CompareChange, ResourceDifference['kind']> = {
  added: 'onlyLeft',
  removed: 'onlyRight',
  changed: 'changed',
};

/** A comparison in time, as the panels of drift show one. */
export function asComparison({ sections, differences, moreDifferences, leftOut }: ComparedProxy): Comparison {
  return {
    left: words.later,
    right: words.earlier,
    sections: sections.map(({ section, added, removed, changed, same }) => ({
      section,
      compared: added + removed + changed + same,
      differing: added + removed + changed,
    })),
    differences: differences.map(({ section, name, change, fields, moreFields, lines, notes }) => ({
      section,
      name,
      kind: kinds[change],
      changes: fields.map(ownAndOther),
      moreChanges: moreFields,
      lines: ownAndOtherLines(lines),
      notes,
    })),
    moreDifferences,
    leftOut,
  };
}
