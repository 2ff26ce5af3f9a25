import { describe, expect, test } from 'vitest';
import { loadPinned } from '#server/mesh/canary/pins/load-pinned.ts';
import { cartPin, cartSplit } from '../made-cart.ts';
import { lastHour, lines, logMesh, oneLog, pinnedOfWeb, testersSplit, web } from './made-logs.ts';

describe('where it cannot be measured, it says why', () => {
  const unnamed = cartSplit({ pins: [cartPin({ routeName: '-', versions: [1] })] });
  test.each<[string, typeof testersSplit, readonly string[] | Error, string]>([
    [
      'connections',
      { ...testersSplit, protocol: 'tcp' },
      lines(50, {}),
      'access logs of connections name no route',
    ],
    ['an empty log', testersSplit, [], 'no access-log line of 1 proxy is of these hosts'],
    [
      'other hosts only',
      testersSplit,
      lines(50, { route: 'default', to: 'outbound|80||bank.shop.svc.cluster.local' }),
      'no access-log line of 1 proxy is of these hosts',
    ],
    [
      'too few lines',
      testersSplit,
      lines(29, { route: 'split' }),
      'only 29 access-log lines of 1 proxy are of these hosts, fewer than 30',
    ],
    [
      'one line',
      testersSplit,
      lines(1, { route: 'split' }),
      'only 1 access-log line of 1 proxy is of these hosts, fewer than 30',
    ],
    [
      'a format without the name',
      testersSplit,
      lines(50, {}),
      'the access log of 1 proxy does not name routes',
    ],
    [
      'JSON without the name',
      testersSplit,
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
      testersSplit,
      lines(50, { route: 'splitted' }),
      'no access-log line of 1 proxy came by route split, but by splitted',
    ],
    [
      'a log that cannot be read',
      testersSplit,
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
    expect((await pinnedOfWeb(named, oneLog([...other, ...own]))).isMeasured).toBe(true);
    expect((await pinnedOfWeb(named, oneLog(own))).why).toBe(
      'the access log of 1 proxy does not name routes',
    );
  });

  test('callers without a log of their own', async () => {
    const callers = [
      { namespace: 'shop', workload: 'gone' },
      { ...web, reporter: 'waypoint' as const },
    ];
    const { bySource } = await loadPinned(testersSplit, callers, lastHour, oneLog([]));
    expect([...bySource].map(([key, { why }]) => `${key}: ${why}`)).toEqual([
      'shop/gone: none of its pods has a proxy that writes an access log',
      'shop/web: a waypoint chooses for it, whose access log does not name the caller',
    ]);
  });

  test('an installation without logs', async () => {
    const context = oneLog([]);
    const { logs: _logs, ...sources } = context.sources;
    const { bySource, warnings } = await loadPinned(testersSplit, [web], lastHour, { ...context, sources });
    expect(bySource.get('shop/web')?.why).toBe('no access logs can be read here');
    expect(warnings.map(({ code }) => code)).toEqual(['logs_missing']);
  });
});
