import { describe, expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import { type ObservedCall, observed } from '#server/sources/observed.ts';
import { ownMetrics } from '#server/telemetry.ts';

const query: ObservedCall = { source: 'prometheus', operation: 'answer a query', timeoutMs: 5000 };

function refused(): Error {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' });
  return new TypeError('fetch failed', { cause });
}

/** A call that fails with each error in turn and then succeeds. */
function failing(...errors: Error[]) {
  const state = { attempts: 0 };
  const call = async () => {
    state.attempts++;
    const error = errors.shift();
    if (error !== undefined) throw error;
    return 'answer';
  };
  return { state, call };
}

describe('retries', () => {
  test('a lost connection is tried again after growing, jittered pauses', async () => {
    const pauses: number[] = [];
    const delay = async (milliseconds: number) => pauses.push(milliseconds);
    const { call, state } = failing(refused(), refused());
    expect(await observed({ ...query, retries: 2, delay }, call)).toBe('answer');
    expect(state.attempts).toBe(3);
    expect(pauses).toHaveLength(2);
    expect(pauses[0]).toBeGreaterThanOrEqual(50);
    expect(pauses[0]).toBeLessThanOrEqual(100);
    expect(pauses[1]).toBeGreaterThanOrEqual(100);
    expect(pauses[1]).toBeLessThanOrEqual(200);
  });

  test('a call that says that its source is unreachable is tried again', async () => {
    const { call, state } = failing(new ViglaError('source_unreachable', 'answered 503'));
    expect(await observed({ ...query, retries: 1, delay: async () => undefined }, call)).toBe('answer');
    expect(state.attempts).toBe(2);
  });

  test('without leave to retry, and for any other failure, there is one attempt', async () => {
    const once = failing(refused());
    await expect(observed(query, once.call)).rejects.toMatchObject({ code: 'source_unreachable' });
    expect(once.state.attempts).toBe(1);
    const wrong = failing(new ViglaError('source_failed', 'parse error'));
    const retrying = { ...query, retries: 3, delay: async () => undefined };
    await expect(observed(retrying, wrong.call)).rejects.toMatchObject({ message: 'parse error' });
    expect(wrong.state.attempts).toBe(1);
  });

  test('a refused certificate is not tried again, for it stays refused', async () => {
    const cause = Object.assign(new Error('self-signed certificate'), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const { call, state } = failing(new TypeError('fetch failed', { cause }));
    const failure = observed({ ...query, retries: 3, delay: async () => undefined }, call);
    await expect(failure).rejects.toThrow(/Prometheus could not be reached \(its certificate was refused/);
    expect(state.attempts).toBe(1);
  });
});

describe('words', () => {
  test('a lost connection names the source, the reason and what to check', async () => {
    await expect(observed(query, failing(refused()).call)).rejects.toThrow(
      'Prometheus could not be reached (connect ECONNREFUSED 127.0.0.1:9). Check that it runs and that PROMETHEUS_URL, where it is set, leads to it.',
    );
  });

  test('a call that does not end in time is given up, even when it does not listen', async () => {
    const never = () => new Promise<never>(() => undefined);
    await expect(observed({ ...query, timeoutMs: 20 }, never)).rejects.toMatchObject({
      code: 'source_timeout',
      message: expect.stringMatching(
        /^Prometheus did not answer a query within 0.02 s\. .*PROMETHEUS_TIMEOUT/,
      ),
    });
  });

  test('a time limit also ends a pause between attempts', async () => {
    const { call } = failing(...Array.from({ length: 20 }, refused));
    await expect(observed({ ...query, timeoutMs: 30, retries: 19 }, call)).rejects.toMatchObject({
      code: 'source_timeout',
    });
  });

  test('a caller who goes away ends the call, which is no fault of the source', async () => {
    const caller = new AbortController();
    const call = observed({ ...query, signal: caller.signal }, () => new Promise<never>(() => undefined));
    caller.abort();
    await expect(call).rejects.toThrow(/cancelled/);
  });

  test('a failure of another kind keeps its words and its cause', async () => {
    const cause = new Error('odd');
    await expect(observed(query, failing(cause).call)).rejects.toMatchObject({
      code: 'source_failed',
      message: 'Prometheus could not answer a query: odd',
      cause,
    });
  });
});

test('calls are counted by source and outcome', async () => {
  const count = async () => {
    const { text } = await ownMetrics();
    return Number(/vigla_source_calls_total\{source="istiod",outcome="ok"\} (\d+)/.exec(text)?.[1] ?? 0);
  };
  const before = await count();
  await observed({ ...query, source: 'istiod' }, async () => 1);
  expect(await count()).toBe(before + 1);
});
