import { describe, expect, test } from 'vitest';
import { loadPinned } from '#server/mesh/canary/pins/load-pinned.ts';
import type { LogQuestion } from '#server/sources/interface.ts';
import { nowMs } from '#tests/support/log-context.ts';
import { lastHour, lines, logMesh, pinnedOfWeb, testersSplit } from './made-logs.ts';

describe('logs are read within bounds', () => {
  test('of each proxy the newest 2,000 lines, and it is said from when on', async () => {
    const texts = [...lines(900, { route: 'testers' }), ...lines(2000, { route: 'split' })];
    const questions: LogQuestion[] = [];
    const source = await pinnedOfWeb(testersSplit, logMesh({ logs: { 'web-1': texts }, questions }));
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
    const { lines: counted, why } = await pinnedOfWeb(testersSplit, context, {
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
    const source = await pinnedOfWeb(testersSplit, logMesh({ logs, pods, questions }));
    expect(questions.map(({ pod }) => pod)).toEqual(['web-1', 'web-2', 'web-3']);
    expect(source.pinnedShares).toEqual([0.125, 0]);
    expect(source.why).toBe('of 80 access-log lines of 2 of 5 proxies, 10 by route testers');
  });

  test('who looks again within half a minute gets the same answer, another window is read anew', async () => {
    const questions: LogQuestion[] = [];
    const context = logMesh({ logs: { 'web-1': lines(40, { route: 'split' }) }, questions });
    const first = await pinnedOfWeb(testersSplit, context);
    expect(await pinnedOfWeb(testersSplit, context)).toBe(first);
    expect(questions).toHaveLength(1);
    await pinnedOfWeb(testersSplit, context, { ...lastHour, fromSeconds: lastHour.fromSeconds - 600 });
    expect(questions).toHaveLength(2);
  });

  test('the log of one proxy is read once for several splits', async () => {
    const questions: LogQuestion[] = [];
    const context = logMesh({ logs: { 'web-1': lines(40, { route: 'split' }) }, questions });
    const other = { ...testersSplit, routeName: 'other' };
    const [one, another] = await Promise.all([
      pinnedOfWeb(testersSplit, context),
      pinnedOfWeb(other, context),
    ]);
    expect([questions.length, one.isMeasured, another.isMeasured]).toEqual([1, true, false]);
  });

  test('of all callers 24 proxies', async () => {
    const workloads = Array.from({ length: 25 }, (_, index) => `web${index}`);
    const pods = workloads.map((workload) => `${workload}-1`);
    const logs = Object.fromEntries(pods.map((pod) => [pod, lines(40, { route: 'split' })]));
    const callers = workloads.map((workload) => ({ namespace: 'shop', workload }));
    const { bySource } = await loadPinned(testersSplit, callers, lastHour, logMesh({ logs, pods }));
    const unread = [...bySource].filter(([, { isMeasured }]) => !isMeasured);
    expect([bySource.size, unread.map(([key, { why }]) => `${key}: ${why}`)]).toEqual([
      25,
      ['shop/web24: no more than 24 access logs are read, and those of others came before'],
    ]);
  });
});
