import { describe, expect, test } from 'vitest';
import { type Coalesced, coalesce } from '#server/coalesce.ts';

/** Answers that are ended by hand, and what was asked. */
function answers(options: { maximumSize?: number } = {}) {
  const state = {
    nowMs: 0,
    counts: [] as string[],
    asked: [] as { key: string; signal: AbortSignal; end: (v: string) => void; fail: (e: Error) => void }[],
  };
  const shared: Coalesced<string> = coalesce({
    lifetimeMs: 1000,
    maximumSize: options.maximumSize ?? 100,
    sizeOf: (value) => value.length,
    now: () => state.nowMs,
    count: (result) => state.counts.push(result),
  });
  const get = (key: string, signal?: AbortSignal) =>
    shared.get(
      key,
      (own) =>
        new Promise((end, fail) => {
          state.asked.push({ key, signal: own, end, fail });
        }),
      signal,
    );
  const answered = async (key: string, value: string) => {
    const waiting = get(key);
    state.asked.at(-1)?.end(value);
    return await waiting;
  };
  return { state, get, answered };
}

describe('questions under way', () => {
  test('the same question is asked once and answered to all', async () => {
    const { state, get } = answers();
    const both = Promise.all([get('q'), get('q')]);
    state.asked[0]?.end('a');
    expect(await both).toEqual(['a', 'a']);
    expect(state.asked).toHaveLength(1);
    expect(state.counts).toEqual(['miss', 'shared']);
  });

  test('a caller who goes away takes nothing from the others', async () => {
    const { state, get } = answers();
    const impatient = new AbortController();
    const gone = get('q', impatient.signal);
    const patient = get('q', new AbortController().signal);
    impatient.abort();
    await expect(gone).rejects.toThrow(/cancelled/);
    expect(state.asked[0]?.signal.aborted).toBe(false);
    state.asked[0]?.end('a');
    expect(await patient).toBe('a');
  });

  test('when all have gone away the call is cancelled, and the next caller starts a new one', async () => {
    const { state, get } = answers();
    const caller = new AbortController();
    const gone = [get('q', caller.signal), get('q', caller.signal)];
    caller.abort();
    expect((await Promise.allSettled(gone)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(state.asked[0]?.signal.aborted).toBe(true);
    const next = get('q');
    state.asked[0]?.fail(new Error('aborted'));
    state.asked[1]?.end('b');
    expect(await next).toBe('b');
  });

  test('a caller who has already gone away asks nothing', async () => {
    const { state, get } = answers();
    await expect(get('q', AbortSignal.abort())).rejects.toThrow(/cancelled/);
    expect(state.asked).toEqual([]);
  });

  test('a failure reaches all who wait and is not kept', async () => {
    const { state, get, answered } = answers();
    const both = [get('q'), get('q')];
    state.asked[0]?.fail(new Error('down'));
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await answered('q', 'healed')).toBe('healed');
  });
});

describe('answers that are kept', () => {
  test('an answer is handed out until its lifetime ends', async () => {
    const { state, get, answered } = answers();
    await answered('q', 'a');
    state.nowMs = 999;
    expect(await get('q')).toBe('a');
    state.nowMs = 1000;
    expect(await answered('q', 'b')).toBe('b');
    expect(state.counts).toEqual(['miss', 'hit', 'miss']);
  });

  test('the longest unused goes when there is no room', async () => {
    const { state, get, answered } = answers({ maximumSize: 10 });
    await answered('one', 'aaaa');
    await answered('two', 'bbbb');
    await get('one');
    await answered('three', 'cccc');
    expect(await get('one')).toBe('aaaa');
    expect(await get('three')).toBe('cccc');
    expect(state.asked).toHaveLength(3);
    await answered('two', 'bbbb');
    expect(state.asked).toHaveLength(4);
  });

  test('an answer larger than all room is given but not kept', async () => {
    const { state, answered } = answers({ maximumSize: 10 });
    expect(await answered('q', 'a'.repeat(11))).toHaveLength(11);
    await answered('q', 'a');
    expect(state.asked).toHaveLength(2);
  });
});
