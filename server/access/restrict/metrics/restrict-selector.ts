import type { Matcher, Selector } from '#server/metrics/query.ts';
import { readMasked } from './masked-matchers.ts';
import { asksForUnknown, isNoneOf, isOneOf, valuesOf } from './matcher-values.ts';
import { endOf, isNeutral, type TrafficEnd, trafficEndIds, trafficEnds } from './traffic-ends.ts';

type Conjunction = readonly Matcher[];
export type SelectorRights = {
  visible: ReadonlySet<string>;
  /** Ends that must be visible, or unknown to Istio, beside one that must be visible anyway. */
  demanded: readonly TrafficEnd[];
};

/**
 * The same series as far as one end of each is visible. Whoever asks for a name of an end gets series whose end of that
 * kind is visible, or unknown: the names of others cannot be found out by guessing. Masked names (`(restricted)`) find
 * what is shown by them.
 */
export function restrictSelector({ metric, matchers, anyOf }: Selector, rights: SelectorRights): Selector {
  const conjunctions = (anyOf ?? [[]]).map((alternative) => [...matchers, ...alternative]);
  const restricted = conjunctions.flatMap((conjunction) => conjunctionsOf(conjunction, rights));
  const [only] = restricted;
  return restricted.length === 1 && only !== undefined
    ? { metric, matchers: only }
    : { metric, matchers: [], anyOf: restricted };
}

function conjunctionsOf(conjunction: Conjunction, { visible, demanded }: SelectorRights): Conjunction[] {
  const names = [...visible].sort();
  const orUnknown = [...names, 'unknown', ''];
  return readMasked(conjunction).flatMap(({ matchers, hidden }) => {
    const known = trafficEndIds.filter((end) => isKnownVisible(end, matchers, visible));
    const asked = new Set([...demanded, ...matchers.flatMap(endsAsked)]);
    // What is grouped by a name shows it, so there a masked one is of no use.
    if (demanded.some((end) => hidden.has(end))) return [];
    const conditions = [
      ...matchers,
      ...[...asked].flatMap((end) => (known.includes(end) ? [] : [isOneOf(namespaceOf(end), orUnknown)])),
      ...[...hidden].map((end) => isNoneOf(namespaceOf(end), orUnknown)),
    ];
    if (known.length > 0) return [conditions];
    return trafficEndIds
      .filter((end) => !hidden.has(end))
      .map((end) => [...conditions, isOneOf(namespaceOf(end), names)]);
  });
}

function namespaceOf(end: TrafficEnd): string {
  return trafficEnds[end].namespace;
}

/** The ends that a matcher asks something about; a label of no end may be of any. */
function endsAsked(matcher: Matcher): readonly TrafficEnd[] {
  if (isNeutral(matcher.label) || asksForUnknown(matcher)) return [];
  const end = endOf(matcher.label);
  return end === undefined ? trafficEndIds : [end];
}

function isKnownVisible(end: TrafficEnd, matchers: Conjunction, visible: ReadonlySet<string>): boolean {
  return matchers.some(
    (matcher) =>
      matcher.label === namespaceOf(end) && valuesOf(matcher)?.every((value) => visible.has(value)) === true,
  );
}
