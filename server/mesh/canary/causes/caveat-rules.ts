import { formatCount, formatQuantity } from '#lib/format-count.ts';
import { formatLength } from '#lib/format-length.ts';
import { formatNumber } from '#lib/format-number.ts';
import { countedNoun, isOfConnections } from '../of-connections.ts';
import { sum } from '../statistics/sum.ts';
import type { CauseInput } from './cause-input.ts';
import { sourceKey } from './source-key.ts';

type CaveatRule = (input: CauseInput) => readonly string[];

/** Less is lost at every range. */
const shortestSliceSeconds = 30;

/** By id, each with the sentences that apply; most important first. */
export const caveatRules: Readonly<Record<string, CaveatRule>> = {
  range: ({ window: { fromSeconds, toSeconds }, rangeFromSeconds }) =>
    fromSeconds > rangeFromSeconds
      ? [
          `Only the last ${formatLength(toSeconds - fromSeconds)} of the range count; the drawing shows all of it.`,
        ]
      : [],
  slices: ({ window: { fromSeconds, toSeconds }, countedFromSeconds }) => {
    if (toSeconds <= fromSeconds) return [];
    if (countedFromSeconds === undefined)
      return [
        `No slice of this range lies whole within the ${formatLength(toSeconds - fromSeconds)} that count, so none of their requests are counted: a shorter range has shorter slices.`,
      ];
    const lostSeconds = countedFromSeconds - fromSeconds;
    return lostSeconds > shortestSliceSeconds
      ? [
          `The first ${formatLength(lostSeconds)} that count are a part of a longer slice, which is left out: a shorter range has shorter slices.`,
        ]
      : [];
  },
  'weights-then': weightsThen,
  pins: ({ split: { pins }, judged }) => {
    if (pins.length === 0) return [];
    const unmeasured = judged.sources.filter(({ pinned }) => pinned?.isMeasured === false);
    if (unmeasured.length === 0)
      return [
        'Requests that other rules sent to the versions are taken out by access logs, as far as there are any.',
      ];
    return [
      `How many requests other rules sent to the versions is not known of ${unmeasured.map(sourceKey).join(', ')}: telemetry does not name the rule.`,
    ];
  },
  direct: ({ judged: { direct } }) =>
    direct.length === 0
      ? []
      : [
          `${direct.map(sourceKey).join(', ')} ${direct.length === 1 ? 'addresses' : 'address'} the versions’ own hosts, past the route, and ${direct.length === 1 ? 'is' : 'are'} not judged.`,
        ],
  unassigned: ({ judged, split }) => {
    const count = sum(judged.sources.flatMap(({ unassigned }) => unassigned.map((one) => one.count)));
    return count === 0
      ? []
      : [
          `${formatQuantity(count, countedNoun(split))} failed where telemetry names no version, and ${count === 1 ? 'belongs' : 'belong'} to none.`,
        ];
  },
  overdispersed: ({ judged }) =>
    judged.sources
      .filter(({ dispersion }) => dispersion?.isOver === true)
      .map(
        (source) =>
          `Requests of ${sourceKey(source)} are not independent (dispersion ${formatNumber(source.dispersion?.phi ?? 0, 1)}): its evidence and intervals count them for that much less.`,
      ),
  sticky: ({ split: { affinity } }) =>
    affinity === undefined
      ? []
      : [
          `${affinity}: that chooses a pod inside a version; which version is chance for each request, but callers come in bursts.`,
        ],
  mirrored: ({ split: { mirrors, versions } }) =>
    mirrors.map(
      ({ version, percent }) =>
        `Copies of ${formatNumber(percent, percent % 1 === 0 ? 0 : 1)} % of a rule’s requests go to ${versions[version]?.name}: its own telemetry counts them, that of callers does not.`,
    ),
  retries: ({ split }) => {
    const { retryAttempts } = split;
    if (isOfConnections(split) || retryAttempts === 0) return [];
    const attempts = retryAttempts ?? 2;
    const whose = retryAttempts === undefined ? 'Istio’s default' : 'as the rule says';
    return [
      `A request that is tried again (up to ${formatQuantity(attempts, 'time')}, ${whose}) counts once: retries stay in the version that was chosen first.`,
    ];
  },
  waypoint: ({ judged }) =>
    judged.sources.some(({ observed }) => observed.reporter === 'waypoint')
      ? ['A waypoint chooses the version for callers without a sidecar, and its counters are used.']
      : [],
  connections: ({ split }) =>
    isOfConnections(split)
      ? [
          'Weights hold for each connection when it opens: long ones carry more than their share of the bytes.',
        ]
      : [],
  streams: ({ split: { protocol } }) =>
    protocol === 'grpc' ? ['A stream counts when it ends: those that are open are missing so far.'] : [],
  unread: unreadProxies,
  counters: ({ notes }) => notes,
};

/** For figures of a time before the weights changed. */
export function weightsThen({ window }: Pick<CauseInput, 'window'>): string[] {
  const then = window.weightsThen;
  return then === undefined
    ? []
    : [
        `It is held against the weights of that time, ${then.map(({ name, weight }) => `${name} ${weight}`).join(', ')}. What proxies hold is read now.`,
      ];
}

/** For proxies that did not answer. */
export function unreadProxies({ proxies }: Pick<CauseInput, 'proxies'>): string[] {
  const unread = proxies.filter(({ state }) => state === 'unanswered');
  return unread.length === 0
    ? []
    : [
        `${formatCount(unread.length)} of ${formatQuantity(proxies.length, 'proxy', 'proxies')} could not be read, so what ${unread.length === 1 ? 'it holds' : 'they hold'} is not known.`,
      ];
}
