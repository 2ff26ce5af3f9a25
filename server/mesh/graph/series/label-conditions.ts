import type { Matcher } from '#server/metrics/query.ts';

export type Side = 'source' | 'destination';

/** Conditions of which a series must meet one; each is a list of matchers that must all hold. */
export type Alternatives = readonly (readonly Matcher[])[];

/** Istio writes `unknown` where it knows nothing, and Prometheus drops a label whose value is empty. */
const notKnown = 'unknown|';

/** The value that an id shows, as labels have it: what an id calls `unknown` may also be absent. */
export function shownAs(label: string, value: string): Matcher {
  return value === 'unknown' ? unknownLabel(label) : { label, is: '=', value };
}

export function unknownLabel(label: string): Matcher {
  return { label, is: '=~', value: notKnown };
}

/** A failed request loses the cluster, or the namespace, of where it was meant to go (istio/istio#29373). */
export function shownOrLost(label: string, value: string): Matcher {
  return value === 'unknown'
    ? unknownLabel(label)
    : { label, is: '=~', value: `${literally(value)}|${notKnown}` };
}

/** One of several regular expressions; none at all matches no series. */
export function oneOfPatterns(label: string, patterns: readonly string[]): Matcher {
  const distinct = [...new Set(patterns)];
  return { label, is: '=~', value: distinct.length === 0 ? '[^\\s\\S]' : distinct.join('|') };
}

export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Conditions that hold at the same time. */
export function bothOf(left: Alternatives, right: Alternatives): Alternatives {
  return left.flatMap((one) => right.map((other) => [...one, ...other]));
}
