import { describe, expect, test, vi } from 'vitest';
import { loadReading } from '#server/mesh/proxy/load-reading.ts';
import type { ReadingName } from '#server/mesh/proxy/readings.ts';
import { empty, proxySources } from './proxy-sources.ts';

const web = { namespace: 'shop', pod: 'web-1' };
const nonces = { listener: 'l1', route: 'r1' };

/** Reads while everything that the proxy is asked is answered at once. */
function reader(options: Parameters<typeof proxySources>[0], bytes = empty) {
  const { state, context } = proxySources(options);
  const read = async (name: ReadingName) => {
    const before = state.asked.length;
    const reading = loadReading(web, name, context());
    const isDone = reading.then(() => true);
    await vi.waitFor(async () => {
      for (const { answer } of state.asked.slice(before)) answer(bytes);
      expect(await Promise.race([isDone, Promise.resolve(false)])).toBe(true);
    });
    return (await reading).readAtMs;
  };
  return { state, read };
}

describe('an answer is handed out again', () => {
  test('as long as istiod knows that nothing of its types was acknowledged', async () => {
    const { state, read } = reader({ acknowledged: nonces });
    const first = await read('routes');
    state.nowMs += 60_000;
    expect(await read('routes')).toBe(first);
    state.acknowledged = { ...nonces, route: 'r2' };
    state.nowMs += 5_000;
    expect(await read('routes')).toBe(state.nowMs);
    expect(state.asked).toHaveLength(2);
  });

  test('but not when it was cut off, or came from something else', async () => {
    for (const text of ['{"configs":[{"@type":', '<html>{}</html>', '']) {
      const { state, read } = reader({ acknowledged: nonces }, new TextEncoder().encode(text));
      await read('routes');
      await read('routes');
      expect([text, state.asked.length]).toEqual([text, 2]);
    }
  });

  test('but not for ever', async () => {
    const { state, read } = reader({ acknowledged: nonces });
    await read('routes');
    state.nowMs += 121_000;
    await read('routes');
    expect(state.asked).toHaveLength(2);
  });

  test.each([
    ['without istiod', undefined, 'routes', empty],
    ['where it changes without istiod: certificates', nonces, 'secrets', empty],
    ['where it changes without istiod: health of hosts', nonces, 'hosts', empty],
    ['while something is warming', nonces, 'listeners', new TextEncoder().encode('{"warming_state":{}}')],
  ] as const)('for half a minute %s', async (_, acknowledged, name, bytes) => {
    const { state, read } = reader(acknowledged === undefined ? {} : { acknowledged }, bytes);
    const first = await read(name);
    state.nowMs += 29_000;
    expect(await read(name)).toBe(first);
    state.nowMs += 2_000;
    expect(await read(name)).toBe(state.nowMs);
  });
});

describe('a pod is asked', () => {
  test('once for everybody who wants the same', async () => {
    const { state, context } = proxySources();
    const both = [loadReading(web, 'routes', context()), loadReading(web, 'routes', context())];
    await vi.waitFor(() => expect(state.asked).toHaveLength(1));
    state.asked[0]?.answer(empty);
    expect((await Promise.all(both)).map(({ bytes }) => bytes)).toEqual([empty, empty]);
    expect(state.asked).toHaveLength(1);
  });

  test('one thing at a time, while other pods do not wait', async () => {
    const { state, context } = proxySources();
    const routes = loadReading(web, 'routes', context());
    const clusters = loadReading(web, 'clusters', context());
    const other = loadReading({ ...web, pod: 'web-2' }, 'routes', context());
    await vi.waitFor(() => expect(state.asked.map(({ pod }) => pod)).toEqual(['web-1', 'web-2']));
    state.asked[1]?.answer(empty);
    await other;
    expect(state.asked).toHaveLength(2);
    state.asked[0]?.fail(new Error('the pod is gone'));
    await expect(routes).rejects.toThrow('the pod is gone');
    await vi.waitFor(() => expect(state.asked).toHaveLength(3));
    state.asked[2]?.answer(empty);
    expect((await clusters).bytes).toBe(empty);
  });

  test('no longer when nobody waits', async () => {
    const { state, context } = proxySources();
    const leaving = [new AbortController(), new AbortController()];
    const readings = leaving.map(({ signal }) => loadReading(web, 'routes', context(signal)));
    await vi.waitFor(() => expect(state.asked).toHaveLength(1));
    leaving[0]?.abort();
    expect(state.asked[0]?.signal?.aborted).toBe(false);
    leaving[1]?.abort();
    expect(state.asked[0]?.signal?.aborted).toBe(true);
    for (const reading of readings) await expect(reading).rejects.toMatchObject({ name: 'ViglaError' });
  });

  test('only for the part that is wanted', async () => {
    const { state, context } = proxySources();
    const reading = loadReading(web, 'routes', context());
    await vi.waitFor(() => expect(state.asked).toHaveLength(1));
    expect(state.asked[0]?.question).toEqual({
      path: 'config_dump',
      parameters: { mask: 'dynamic_route_configs,static_route_configs' },
    });
    state.asked[0]?.answer(empty);
    await reading;
  });
});

test('where there is no way to proxies, that is said', async () => {
  const { context } = proxySources();
  const { sources, signal } = context();
  const { envoy: _none, ...without } = sources;
  await expect(loadReading(web, 'routes', { sources: without, signal })).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('no way to the proxies'),
  });
});
