import { restrictedName } from '#lib/restricted-name.ts';
import type { Matcher } from '#server/metrics/query.ts';
import { isOneOf, valuesOf } from './matcher-values.ts';
import { endOf, isUnknown, isVersion, type TrafficEnd } from './traffic-ends.ts';

/** Conditions without masked names, and the ends that they were names of. */
type Read = { matchers: readonly Matcher[]; hidden: ReadonlySet<TrafficEnd> };

/**
 * What conditions with masked names mean: a list of names with the masked one among them is either of the others, or any
 * that is hidden. Nothing where they cannot all hold.
 */
export function readMasked(matchers: readonly Matcher[]): Read[] {
  const branches = matchers.reduce<{ matchers: Matcher[]; hidden: Set<TrafficEnd> }[]>(
    (read, matcher) => {
      const values = valuesOf(matcher);
      if (values?.includes(restrictedName) !== true)
        return read.map((branch) => ({ ...branch, matchers: [...branch.matchers, matcher] }));
      const others = values.filter((value) => value !== restrictedName);
      const end = endOf(matcher.label);
      return read.flatMap((branch) => [
        ...(others.length === 0
          ? []
          : [{ ...branch, matchers: [...branch.matchers, isOneOf(matcher.label, others)] }]),
        ...(end === undefined ? [] : [{ ...branch, hidden: new Set([...branch.hidden, end]) }]),
      ]);
    },
    [{ matchers: [], hidden: new Set() }],
  );
  return branches.flatMap(withoutHidden);
}

/** Of a hidden end only what it is shown as can be asked: its names are masked where Istio knew them, its version is unknown. */
function withoutHidden({ matchers, hidden }: Read): Read[] {
  const shown = matchers.flatMap((matcher): (Matcher | undefined)[] => {
    const end = endOf(matcher.label);
    if (end === undefined || !hidden.has(end)) return [matcher];
    if (matcher.is === '!=' || matcher.is === '!~') return [];
    const unknown = valuesOf(matcher)?.filter(isUnknown) ?? [];
    if (unknown.length === 0) return [undefined];
    return isVersion(matcher.label) ? [] : [isOneOf(matcher.label, unknown)];
  });
  const kept = shown.filter((matcher) => matcher !== undefined);
  // What asks a hidden end for a name finds nothing.
  return kept.length < shown.length ? [] : [{ matchers: kept, hidden }];
}
