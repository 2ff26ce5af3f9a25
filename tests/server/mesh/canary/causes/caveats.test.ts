import { expect, test } from 'vitest';
import { plain } from '#tests/support/cause-cases.ts';
import { causesIn, type MadeCase, madeProxy } from '#tests/support/made-causes.ts';
import { madePin, madeSplit } from '#tests/support/made-split.ts';

const requests = { 'shop/web': [75, 25] };
const weights = { v1: 3, v2: 1 };
/** Only what is asked about: the default of retries is told of every split of requests. */
const quiet = { retryAttempts: 0 };
const measured = { isMeasured: true, lines: 90, pinnedShares: [0, 0], why: '' };

test.each<[id: string, made: MadeCase, texts: string[]]>([
  ['nothing special', { split: madeSplit(weights, quiet), requests }, []],
  [
    'range',
    { split: madeSplit(weights, quiet), requests, window: { fromSeconds: 300 } },
    ['Only the last 5 min of the range count; the drawing shows all of it.'],
  ],
  [
    'slices',
    { split: madeSplit(weights, quiet), requests, countedFromSeconds: 240 },
    [
      'The first 4 min that count are a part of a longer slice, which is left out: a shorter range has shorter slices.',
    ],
  ],
  [
    'slices',
    { split: madeSplit(weights, quiet), requests, window: { toSeconds: 10 } },
    [
      'No slice of this range lies whole within the 10 s that count, so none of their requests are counted: a shorter range has shorter slices.',
    ],
  ],
  ['slices', { split: madeSplit(weights, quiet), requests, window: { toSeconds: 0 } }, []],
  [
    'weights-then',
    {
      split: madeSplit(weights, quiet),
      requests,
      window: {
        weightsThen: [
          { name: 'v1', weight: 1 },
          { name: 'v2', weight: 1 },
        ],
      },
    },
    ['It is held against the weights of that time, v1 1, v2 1. What proxies hold is read now.'],
  ],
  [
    'pins',
    {
      split: madeSplit(weights, { ...quiet, pins: [madePin([1])] }),
      requests,
      pinned: { 'shop/web': measured },
    },
    ['Requests that other rules sent to the versions are taken out by access logs, as far as there are any.'],
  ],
  [
    'pins',
    { split: madeSplit(weights, { ...quiet, pins: [madePin([1])] }), requests },
    [
      'How many requests other rules sent to the versions is not known of shop/web: telemetry does not name the rule.',
    ],
  ],
  [
    'direct',
    {
      split: madeSplit(weights, { ...quiet, services: ['shop/store'], callers: ['shop'] }),
      requests: { ...requests, 'old/batch': [9, 9] },
    },
    ['old/batch addresses the versions’ own hosts, past the route, and is not judged.'],
  ],
  [
    'unassigned',
    {
      split: madeSplit(weights, quiet),
      requests,
      observed: { unassigned: [{ flags: 'UH', code: '503', counts: [1000, 204] }] },
    },
    ['1,204 requests failed where telemetry names no version, and belong to none.'],
  ],
  [
    'overdispersed',
    {
      split: madeSplit(weights, quiet),
      requests: {
        'shop/web': Array.from({ length: 40 }, (_, slice) => (slice % 4 === 0 ? [0, 20] : [20, 0])),
      },
    },
    [
      'Requests of shop/web are not independent (dispersion 20.5): its evidence and intervals count them for that much less.',
    ],
  ],
  [
    'sticky',
    {
      split: madeSplit(weights, { ...quiet, affinity: 'DestinationRule shop/cart hashes by cookie user' }),
      requests,
    },
    [
      'DestinationRule shop/cart hashes by cookie user: that chooses a pod inside a version; which version is chance for each request, but callers come in bursts.',
    ],
  ],
  [
    'mirrored',
    { split: madeSplit(weights, { ...quiet, mirrors: [{ version: 1, percent: 12.5 }] }), requests },
    [
      'Copies of 12.5 % of a rule’s requests go to v2: its own telemetry counts them, that of callers does not.',
    ],
  ],
  [
    'retries',
    { split: madeSplit(weights), requests },
    [
      'A request that is tried again (up to 2 times, Istio’s default) counts once: retries stay in the version that was chosen first.',
    ],
  ],
  [
    'retries',
    { split: madeSplit(weights, { retryAttempts: 1 }), requests },
    [
      'A request that is tried again (up to 1 time, as the rule says) counts once: retries stay in the version that was chosen first.',
    ],
  ],
  [
    'waypoint',
    { split: madeSplit(weights, quiet), requests, observed: { reporter: 'waypoint' } },
    ['A waypoint chooses the version for callers without a sidecar, and its counters are used.'],
  ],
  [
    'connections',
    { split: madeSplit(weights, { protocol: 'tcp' }), requests },
    ['Weights hold for each connection when it opens: long ones carry more than their share of the bytes.'],
  ],
  [
    'streams',
    { split: madeSplit(weights, { ...quiet, protocol: 'grpc' }), requests },
    ['A stream counts when it ends: those that are open are missing so far.'],
  ],
  [
    'unread',
    {
      split: madeSplit(weights, quiet),
      requests,
      proxies: [madeProxy('shop/web'), madeProxy('shop/b', { state: 'unanswered' })],
    },
    ['1 of 2 proxies could not be read, so what it holds is not known.'],
  ],
  [
    'counters',
    { split: madeSplit(weights, quiet), requests, notes: ['One value is negative.'] },
    ['One value is negative.'],
  ],
])('%s is told where it applies, and nothing else', (id, made, texts) => {
  const { caveats } = causesIn(made);
  expect(caveats.map((caveat) => [caveat.id, plain(caveat.text)])).toEqual(texts.map((text) => [id, text]));
});
