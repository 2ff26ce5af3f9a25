import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPinned } from '#server/mesh/canary/pins/load-pinned.ts';
import type { LogQuestion } from '#server/sources/interface.ts';
import { nowMs } from '#tests/support/log-context.ts';
import { cartPin, cartSplit } from '../made-cart.ts';
import { cluster, host, lastHour, lines, logMesh, pinnedOfWeb, web } from './made-logs.ts';

const split = cartSplit({
  path: 'spec.http[1]',
  routeName: 'split',
  pins: [cartPin({ routeName: 'testers', versions: [1] })],
});
const mesh = (texts: readonly string[]) => logMesh({ logs: { 'web-1': texts } });

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
    const source = await pinnedOfWeb(split, mesh(texts));
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
        const { pinnedShares, lines: counted } = await pinnedOfWeb(split, mesh(texts));
        const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
        expect(pinnedShares).toEqual([share(pinned1, own1 + pinned1), share(pinned2, own2 + pinned2)]);
        expect(counted).toBe(texts.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('where it cannot be measured, it says why', () => {
  const unnamed = cartSplit({ pins: [cartPin({ routeName: '-', versions: [1] })] });
  test.each<[string, typeof split, readonly string[] | Error, string]>([
    ['connections', { ...split, protocol: 'tcp' }, lines(50, {}), 'access logs of connections name no route'],
    ['an empty log', split, [], 'no access-log line of 1 proxy is of these hosts'],
    [
      'other hosts only',
      split,
      lines(50, { route: 'default', to: 'outbound|80||bank.shop.svc.cluster.local' }),
      'no access-log line of 1 proxy is of these hosts',
    ],
    [
      'too few lines',
      split,
      lines(29, { route: 'split' }),
      'only 29 access-log lines of 1 proxy are of these hosts, fewer than 30',
    ],
    [
      'one line',
      split,
      lines(1, { route: 'split' }),
      'only 1 access-log line of 1 proxy is of these hosts, fewer than 30',
    ],
    ['a format without the name', split, lines(50, {}), 'the access log of 1 proxy does not name routes'],
    [
      'JSON without the name',
      split,
      lines(50, { format: 'json' }),
      'the access log of 1 proxy does not name routes',
    ],
    [
      'rules without names',
      unnamed,
      lines(50, { route: 'default' }),
      'access logs call the rule at spec.http[0] and the split alike (default)',
    ],
    [
      'a name that was not foreseen',
      split,
      lines(50, { route: 'splitted' }),
      'no access-log line of 1 proxy came by route split, but by splitted',
    ],
    [
      'a log that cannot be read',
      split,
      new Error('It hangs.'),
      'its access log could not be read: It hangs.',
    ],
  ])('%s', async (_, asked, log, why) => {
    const source = await pinnedOfWeb(asked, logMesh({ logs: { 'web-1': log } }));
    expect([source.isMeasured, source.pinnedShares, source.why]).toEqual([false, [0, 0], why]);
  });

  test('an unnamed split beside a named rule is told apart where the log names any route', async () => {
    const named = cartSplit({ pins: [cartPin({ routeName: 'testers', versions: [1] })] });
    const other = lines(1, { route: 'default', to: 'inbound|8080||' });
    const own = lines(40, {});
    expect((await pinnedOfWeb(named, mesh([...other, ...own]))).isMeasured).toBe(true);
    expect((await pinnedOfWeb(named, mesh(own))).why).toBe('the access log of 1 proxy does not name routes');
  });

  test('callers without a log of their own', async () => {
    const callers = [
      { namespace: 'shop', workload: 'gone' },
      { ...web, reporter: 'waypoint' as const },
    ];
    const { bySource } = await loadPinned(split, callers, lastHour, mesh([]));
    expect([...bySource].map(([key, { why }]) => `${key}: ${why}`)).toEqual([
      'shop/gone: none of its pods has a proxy that writes an access log',
      'shop/web: a waypoint chooses for it, whose access log does not name the caller',
    ]);
  });

  test('an installation without logs', async () => {
    const context = mesh([]);
    const { logs: _logs, ...sources } = context.sources;
    const { bySource, warnings } = await loadPinned(split, [web], lastHour, { ...context, sources });
    expect(bySource.get('shop/web')?.why).toBe('no access logs can be read here');
    expect(warnings.map(({ code }) => code)).toEqual(['logs_missing']);
  });
});

describe('calls of a version’s own Service are told from those of the host', () => {
  const backend = (name: string) => ({
    name,
    host: `${name}.shop.svc.cluster.local`,
    service: { namespace: 'shop', name },
    port: 8080,
    weight: 50,
    share: 0.5,
    workloads: [name],
  });
  const toBackends = cartSplit({
    routeName: 'split',
    versions: [backend('cart-v1'), backend('cart-v2')],
    pins: [cartPin({ routeName: 'testers', versions: [1] })],
  });
  const to = 'outbound|8080||cart-v1.shop.svc.cluster.local';
  const direct = (count: number, authority: string) => lines(count, { route: 'default', to, authority });

  test.each([['cart-v1'], ['cart-v1:8080'], ['cart-v1.shop:8080'], ['cart-v1.shop.svc.cluster.local']])(
    'by %s',
    async (authority) => {
      const own = lines(40, { route: 'split', to });
      const { pinnedShares, directLines } = await pinnedOfWeb(
        toBackends,
        mesh([...own, ...direct(10, authority)]),
      );
      expect([pinnedShares, directLines]).toEqual([[0.2, 0], 10]);
    },
  );

  test('few of them, and nothing else, are no measure but tell enough', async () => {
    const source = await pinnedOfWeb(toBackends, mesh(direct(3, 'cart-v1:8080')));
    expect(source).toMatchObject({ isMeasured: false, lines: 3, directLines: 3 });
    expect(source.why).toBe(
      'only 3 access-log lines of 1 proxy are of these hosts, fewer than 30, and all of them name a version’s own Service',
    );
  });

  test('a caller of nothing else has nothing left for the split', async () => {
    const source = await pinnedOfWeb(toBackends, mesh(direct(50, 'cart-v1:8080')));
    expect(source).toMatchObject({ isMeasured: true, pinnedShares: [1, 0], directLines: 50 });
  });
});

test('a rule of the same name that is for other callers does not matter', async () => {
  const pin = { ...cartPin({ routeName: 'split', versions: [1] }), callers: ['shop/bank'] };
  const texts = lines(40, { route: 'split' });
  expect((await pinnedOfWeb({ ...split, pins: [pin] }, mesh(texts))).isMeasured).toBe(true);
  const own = { ...pin, callers: ['shop/web'] };
  expect((await pinnedOfWeb({ ...split, pins: [own] }, mesh(texts))).isMeasured).toBe(false);
});

describe('logs are read within bounds', () => {
  test('of each proxy the newest 2,000 lines, and it is said from when on', async () => {
    const texts = [...lines(900, { route: 'testers' }), ...lines(2000, { route: 'split' })];
    const questions: LogQuestion[] = [];
    const source = await pinnedOfWeb(split, logMesh({ logs: { 'web-1': texts }, questions }));
    expect(source).toMatchObject({ lines: 2000, pinnedShares: [0, 0] });
    // The clock is at 02:02:00 and there is a line a second.
    expect(source.why).toBe(
      'all 2,000 access-log lines of 1 proxy came by route split (out of the newest 2,000 lines, from 01:28 UTC on)',
    );
    expect(questions.map(({ tailLines, fromMs }) => [tailLines, fromMs])).toEqual([
      [2001, nowMs - 3_600_000],
    ]);
  });

  test('of a window that is over its last half hour', async () => {
    const questions: LogQuestion[] = [];
    const context = logMesh({ logs: { 'web-1': lines(7000, { route: 'split' }) }, questions });
    const toSeconds = nowMs / 1000 - 3600;
    const { lines: counted, why } = await pinnedOfWeb(split, context, {
      fromSeconds: toSeconds - 7200,
      toSeconds,
    });
    expect(questions.map(({ tailLines, fromMs }) => [tailLines, fromMs])).toEqual([
      [undefined, (toSeconds - 1800) * 1000],
    ]);
    expect(counted).toBe(2000);
    expect(why).toMatch(/out of the newest 2,000 lines, from 00:2\d UTC on/);
  });

  test('of a caller three proxies, and those that cannot be read are left out', async () => {
    const pods = ['web-1', 'web-2', 'web-3', 'web-4', 'web-5'];
    const questions: LogQuestion[] = [];
    const logs = {
      'web-1': [...lines(30, { route: 'split' }), ...lines(10, { route: 'testers' })],
      'web-2': new Error('It hangs.'),
      'web-3': lines(40, { route: 'split' }),
    };
    const source = await pinnedOfWeb(split, logMesh({ logs, pods, questions }));
    expect(questions.map(({ pod }) => pod)).toEqual(['web-1', 'web-2', 'web-3']);
    expect(source.pinnedShares).toEqual([0.125, 0]);
    expect(source.why).toBe('of 80 access-log lines of 2 of 5 proxies, 10 by route testers');
  });

  test('who looks again within half a minute gets the same answer, another window is read anew', async () => {
    const questions: LogQuestion[] = [];
    const context = logMesh({ logs: { 'web-1': lines(40, { route: 'split' }) }, questions });
    const first = await pinnedOfWeb(split, context);
    expect(await pinnedOfWeb(split, context)).toBe(first);
    expect(questions).toHaveLength(1);
    await pinnedOfWeb(split, context, { ...lastHour, fromSeconds: lastHour.fromSeconds - 600 });
    await pinnedOfWeb({ ...split, routeName: 'other' }, context);
    expect(questions).toHaveLength(3);
  });
});

test('versions with Services of their own are looked for without any other rule', async () => {
  const [version, other] = cartSplit().versions;
  if (version === undefined || other === undefined) throw new Error('cart has two versions');
  const own = { ...version, service: { namespace: 'shop', name: 'cart-v1' } };
  const source = await pinnedOfWeb(
    cartSplit({ versions: [own, other] }),
    mesh(lines(40, { route: 'default' })),
  );
  expect([source.isMeasured, source.pinnedShares]).toEqual([true, [0, 0]]);
});

test('subsets that no other rule leads to are reached by the split alone', async () => {
  const questions: LogQuestion[] = [];
  const answer = await loadPinned(cartSplit(), [web], lastHour, logMesh({ questions }));
  expect([answer.bySource.size, answer.warnings, questions]).toEqual([0, [], []]);
});
