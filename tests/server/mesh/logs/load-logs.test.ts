import { describe, expect, test } from 'vitest';
import { logsQuery } from '#lib/contract/logs.ts';
import { ViglaError } from '#server/errors.ts';
import { loadLogs } from '#server/mesh/logs/load-logs.ts';
import type { LogQuestion } from '#server/sources/interface.ts';
import { cart, cartPod, cartService, logContext, logsOf, nowMs } from '#tests/support/log-context.ts';

const objects = [cart, cartPod(), cartService];

function query(fields: Record<string, string> = {}) {
  return logsQuery.parse({ namespace: 'shop', name: 'cart', ...fields });
}

function lines(...texts: string[]) {
  return texts.map((text, index) => ({ atMs: nowMs - 60_000 + index * 1000, text }));
}

test('the containers of all pods are read and merged, but not an init container that is done', async () => {
  const questions: LogQuestion[] = [];
  const logs = logsOf(
    { 'cart-1/cart': lines('a', 'c'), 'cart-1/istio-proxy': [{ atMs: nowMs - 59_500, text: 'b' }] },
    questions,
  );
  const { data, warnings } = await loadLogs('workload')(query(), logContext({ objects, logs }));
  expect(data.lines.map(({ text, container }) => `${container} ${text}`)).toEqual([
    'cart a',
    'istio-proxy b',
    'cart c',
  ]);
  expect(data.containers).toEqual([
    expect.objectContaining({ container: 'cart', role: 'app', state: 'running', isRead: true, lineCount: 2 }),
    expect.objectContaining({ container: 'istio-proxy', role: 'proxy', isRead: true, lineCount: 1 }),
    expect.objectContaining({ container: 'migrate', role: 'init', state: 'Completed', isRead: false }),
  ]);
  expect(questions).toContainEqual({
    namespace: 'shop',
    pod: 'cart-1',
    container: 'cart',
    previous: false,
    tailLines: 501,
    fromMs: nowMs - 600_000,
  });
  expect(data.command).toBe(
    'kubectl logs -n shop statefulset/cart --all-pods --all-containers --prefix --timestamps --since=600s --tail=500',
  );
  expect(warnings).toEqual([]);
});

test('a service and an application have the same pods', async () => {
  const logs = logsOf({ 'cart-1/cart': lines('a') });
  const context = logContext({ objects, logs });
  const service = await loadLogs('service')(query({ name: 'cart-http' }), context);
  const application = await loadLogs('application')(query(), context);
  expect(service.data.lines).toEqual(application.data.lines);
  expect(service.data.command).toContain('kubectl logs -n shop -l app=cart ');
});

test('pods of a Job are read also when they are done', async () => {
  const job = { kind: 'Job', namespace: 'shop', name: 'cart', spec: {} } as const;
  const pod = {
    ...cartPod({ state: { terminated: { reason: 'Completed' } }, phase: 'Succeeded' }),
    ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: 'cart', controller: true }],
  };
  const logs = logsOf({ 'cart-1/cart': lines('done') });
  const { data } = await loadLogs('workload')(query(), logContext({ objects: [job, pod], logs }));
  expect(data.lines.map(({ text }) => text)).toEqual(['done']);
});

describe('what is left out is said', () => {
  const logs = logsOf({ 'cart-1/cart': lines('a', 'b', 'c') });

  test('older lines beyond the tail', async () => {
    const { data } = await loadLogs('workload')(query({ tail: '2' }), logContext({ objects, logs }));
    expect(data.lines.map(({ text }) => text)).toEqual(['b', 'c']);
    expect(data.containers[0]).toMatchObject({ isCut: true, lineCount: 2 });
  });

  test('a window in the past ends where it ends, whatever came later', async () => {
    const questions: LogQuestion[] = [];
    const past = logsOf({ 'cart-1/cart': lines('a', 'b', 'c') }, questions);
    const at = new Date(nowMs - 59_000).toISOString();
    const { data } = await loadLogs('workload')(query({ at }), logContext({ objects, logs: past }));
    expect(data.lines.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(questions[0]?.tailLines).toBeUndefined();
    expect(data.command).toContain('--since-time=');
  });

  test('containers of many pods, the newest first', async () => {
    const pods = Array.from({ length: 80 }, (_, index) => ({
      ...cartPod({ name: `cart-${String(index).padStart(2, '0')}` }),
      creationTimestamp: `2026-11-21T01:00:${String(index % 60).padStart(2, '0')}Z`,
    }));
    const { data, warnings } = await loadLogs('workload')(
      query(),
      logContext({ objects: [cart, ...pods], logs }),
    );
    expect(data.containers.filter(({ isRead }) => isRead)).toHaveLength(100);
    expect(data.containers[0]?.pod).toBe('cart-59');
    expect(warnings).toContainEqual({
      code: 'containers_cut',
      source: 'logs',
      message:
        'Only 100 of 160 containers are read, those of the newest pods. Choose containers to see others.',
    });
  });
});

describe('what cannot be read is a warning beside the rest', () => {
  const absent = new ViglaError('not_found', 'Container cart of pod cart-1 has not started yet.');
  const broken = new ViglaError('source_unreachable', 'The node does not answer.');

  test('one container of several', async () => {
    const logs = logsOf({ 'cart-1/cart': absent, 'cart-1/istio-proxy': lines('p') });
    const { data, warnings } = await loadLogs('workload')(query(), logContext({ objects, logs }));
    expect(data.lines.map(({ text }) => text)).toEqual(['p']);
    expect(data.containers[0]).toMatchObject({ isRead: false, lineCount: 0 });
    expect(warnings).toEqual([{ code: 'log_absent', source: 'logs', message: absent.message }]);
  });

  test('all of them', async () => {
    const logs = logsOf({ 'cart-1/cart': broken, 'cart-1/istio-proxy': broken });
    const { data, warnings } = await loadLogs('workload')(query(), logContext({ objects, logs }));
    expect(data.lines).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['log_unread', 'log_unread']);
  });

  test('a pod that was asked for and is gone', async () => {
    const logs = logsOf({ 'cart-1/cart': lines('a') });
    const asked = query({ containers: 'cart-0/cart,cart-1/cart' });
    const { data, warnings } = await loadLogs('workload')(asked, logContext({ objects, logs }));
    expect(data.lines.map(({ text }) => text)).toEqual(['a']);
    expect(warnings.map(({ message }) => message)).toEqual([
      'cart-0/cart is no container of this target any more.',
    ]);
    expect(data.command.split('\n')[0]).toBe(
      'kubectl logs -n shop cart-0 -c cart --timestamps --since=600s --tail=500',
    );
  });

  test('a source without logs', async () => {
    const { data, warnings } = await loadLogs('workload')(query(), logContext({ objects }));
    expect(data.containers.map(({ isRead }) => isRead)).toEqual([false, false, false]);
    expect(warnings.map(({ code }) => code)).toEqual(['logs_missing']);
  });

  test('a target without pods', async () => {
    const { data, warnings } = await loadLogs('workload')(
      query(),
      logContext({ objects: [cart], logs: logsOf({}) }),
    );
    expect(data.lines).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['no_pods']);
  });
});

describe('only what was restarted has an earlier run', () => {
  test('and only that is read', async () => {
    const questions: LogQuestion[] = [];
    const logs = logsOf({ 'cart-1/cart': lines('before') }, questions);
    const restarted = [cart, cartPod({ restarts: 2 })];
    const { data } = await loadLogs('workload')(
      query({ previous: 'true' }),
      logContext({ objects: restarted, logs }),
    );
    expect(data.containers.map(({ hasPrevious, isRead }) => [hasPrevious, isRead])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    expect(questions.map(({ container, previous }) => [container, previous])).toEqual([['cart', true]]);
    expect(data.command).toContain('--previous');
  });
});

test('search leaves lines out, and counts what was read', async () => {
  const logs = logsOf({ 'cart-1/cart': lines('GET /a', 'POST /a', 'get /b') });
  const context = logContext({ objects, logs });
  const { data } = await loadLogs('workload')(query({ search: '^get /[ab]$', isRegex: 'true' }), context);
  expect(data.lines.map(({ text }) => text)).toEqual(['GET /a', 'get /b']);
  expect(data.containers[0]?.lineCount).toBe(3);
  expect(data.command).toContain("| grep -iE -- '^get /[ab]$'");
});

describe('wrong questions are refused', () => {
  const context = logContext({ objects, logs: logsOf({}) });
  const wrong: readonly [fields: Record<string, string>, code: string, parameter: string | undefined][] = [
    [{ search: '(', isRegex: 'true' }, 'bad_parameter', 'search'],
    [{ name: 'nothing' }, 'not_found', undefined],
    [{ cluster: 'east' }, 'bad_parameter', 'cluster'],
    [{ at: '2030-01-01T00:00:00Z' }, 'bad_parameter', 'at'],
  ];
  for (const [fields, code, parameter] of wrong) {
    test(JSON.stringify(fields), async () => {
      await expect(loadLogs('workload')(query(fields), context)).rejects.toMatchObject({ code, parameter });
    });
  }

  test('pairs that are none', () => {
    expect(logsQuery.safeParse({ namespace: 'shop', name: 'cart', containers: 'cart' }).success).toBe(false);
    expect(logsQuery.safeParse({ namespace: 'shop', name: 'cart', containers: 'a/b,' }).success).toBe(false);
  });

  test('while nobody knows the pods', async () => {
    const unread = [{ kind: 'Pod' as const, reason: 'forbidden' }];
    await expect(
      loadLogs('workload')(query(), logContext({ objects, unread, logs: logsOf({}) })),
    ).rejects.toMatchObject({
      code: 'source_failed',
    });
  });
});
