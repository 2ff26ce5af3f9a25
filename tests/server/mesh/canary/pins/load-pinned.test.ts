import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPinned } from '#server/mesh/canary/pins/load-pinned.ts';
import type { LogQuestion } from '#server/sources/interface.ts';
import { cartPin, cartSplit } from '../made-cart.ts';
import {
  cluster,
  host,
  lastHour,
  lines,
  logMesh,
  oneLog,
  pinnedOfWeb,
  testersSplit,
  web,
} from './made-logs.ts';

describe('of the lines that reached a version, the share that came by another rule', () => {
  test.each<[string, string[], number[], string]>([
    [
      'one version has pinned traffic',
      [
        ...lines(60, { route: 'split' }),
        ...lines(30, { route: 'split', to: cluster('v2') }),
        ...lines(10, { route: 'testers', to: cluster('v2') }),
      ],
      [0, 0.25],
      'of 100 access-log lines of 1 proxy, 10 by route testers',
    ],
    [
      'none has',
      [...lines(90, { route: 'split' }), ...lines(10, { route: 'split', to: cluster('v2') })],
      [0, 0],
      'all 100 access-log lines of 1 proxy came by route split',
    ],
    [
      'calls of the version itself came by no rule of the split',
      [...lines(90, { route: 'split' }), ...lines(30, { route: 'default' })],
      [0.25, 0],
      'of 120 access-log lines of 1 proxy, 30 by route default',
    ],
    [
      'a match with a name is the rule all the same',
      [...lines(30, { route: 'split.mobile' }), ...lines(10, { route: 'splitting' })],
      [0.25, 0],
      'of 40 access-log lines of 1 proxy, 10 by route splitting',
    ],
    [
      'everything is pinned',
      lines(40, { route: 'testers', to: cluster('v2') }),
      [0, 1],
      'of 40 access-log lines of 1 proxy, 40 by route testers',
    ],
    [
      'requests that found no host reached no version',
      [
        ...lines(40, { route: 'split' }),
        ...lines(40, { route: 'testers', to: cluster('v1'), upstream: '-' }),
      ],
      [0, 0],
      'all 40 access-log lines of 1 proxy came by route split',
    ],
    [
      'what goes elsewhere, or comes in, does not count',
      [
        ...lines(40, { route: 'split' }),
        ...lines(40, { route: 'default', to: 'outbound|8080||bank.shop.svc.cluster.local' }),
        ...lines(40, { route: 'default', to: 'inbound|8080||' }),
        `2026-11-21T02:01:00Z info ${host} is no access line`,
      ],
      [0, 0],
      'all 40 access-log lines of 1 proxy came by route split',
    ],
    [
      'lines of JSON',
      [
        ...lines(30, { route: 'split', format: 'json' }),
        ...lines(10, { route: 'testers', to: cluster('v2'), format: 'json' }),
      ],
      [0, 1],
      'of 40 access-log lines of 1 proxy, 10 by route testers',
    ],
  ])('%s', async (_, texts, pinnedShares, why) => {
    const source = await pinnedOfWeb(testersSplit, oneLog(texts));
    expect([source.isMeasured, source.pinnedShares, source.why]).toEqual([true, pinnedShares, why]);
  });

  test('whatever the mixture, the shares are those of the lines', async () => {
    const count = fc.integer({ min: 0, max: 60 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(count, count, count, count), async ([own1, own2, pinned1, pinned2]) => {
        fc.pre(own1 + own2 > 0 && own1 + own2 + pinned1 + pinned2 >= 30);
        const texts = [
          ...lines(own1, { route: 'split' }),
          ...lines(own2, { route: 'split', to: cluster('v2') }),
          ...lines(pinned1, { route: 'testers' }),
          ...lines(pinned2, { route: 'testers', to: cluster('v2') }),
        ];
        const { pinnedShares, lines: counted } = await pinnedOfWeb(testersSplit, oneLog(texts));
        const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
        expect(pinnedShares).toEqual([share(pinned1, own1 + pinned1), share(pinned2, own2 + pinned2)]);
        expect(counted).toBe(texts.length);
      }),
      { numRuns: 50 },
    );
  });
});

test('a rule of the same name that is for other callers does not matter', async () => {
  const pin = { ...cartPin({ routeName: 'split', versions: [1] }), callers: ['shop/bank'] };
  const texts = lines(40, { route: 'split' });
  expect((await pinnedOfWeb({ ...testersSplit, pins: [pin] }, oneLog(texts))).isMeasured).toBe(true);
  const own = { ...pin, callers: ['shop/web'] };
  expect((await pinnedOfWeb({ ...testersSplit, pins: [own] }, oneLog(texts))).isMeasured).toBe(false);
});

test('versions with Services of their own are looked for without any other rule', async () => {
  const [version, other] = cartSplit().versions;
  if (version === undefined || other === undefined) throw new Error('cart has two versions');
  const own = { ...version, service: { namespace: 'shop', name: 'cart-v1' } };
  const source = await pinnedOfWeb(
    cartSplit({ versions: [own, other] }),
    oneLog(lines(40, { route: 'default' })),
  );
  expect([source.isMeasured, source.pinnedShares]).toEqual([true, [0, 0]]);
});

test('subsets that no other rule leads to are reached by the split alone', async () => {
  const questions: LogQuestion[] = [];
  const answer = await loadPinned(cartSplit(), [web], lastHour, logMesh({ questions }));
  expect([answer.bySource.size, answer.warnings, questions]).toEqual([0, [], []]);
});
