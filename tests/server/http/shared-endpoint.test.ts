import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import { sharedEndpoint } from '#server/http/shared-endpoint.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

vi.stubEnv('VIGLA_MODE', 'demo');
vi.stubEnv('VIGLA_LOG_LEVEL', 'silent');

const processWide: { [key: symbol]: unknown } = globalThis;
const sourcesKey = Symbol.for('vigla.sources');
const path = { params: Promise.resolve({}) };
const query = z.strictObject({ of: z.string().default('') });
let nowMs: number;

beforeEach(() => {
  nowMs = Date.UTC(2026, 10, 21, 3);
  processWide[sourcesKey] = createRecording({ now: () => nowMs });
});
afterEach(() => {
  processWide[sourcesKey] = undefined;
});

/** A route whose loader waits until it is let go, and counts. */
function countedRoute() {
  let gate = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  const handler = sharedEndpoint(query, async ({ of }, { signal }) => {
    signals.push(signal);
    await gate.promise;
    if (of === 'wrong') throw new ViglaError('source_failed', 'It failed.');
    return { data: of, warnings: [] };
  });
  const ask = (search: string, init: RequestInit = {}) =>
    handler(new Request(`http://vigla.example/api/any?${search}`, init), path);
  return {
    ask,
    signals,
    open: () => gate.resolve(),
    close() {
      gate = Promise.withResolvers();
    },
  };
}

test('the same question of one moment is worked out once for all who ask', async () => {
  const route = countedRoute();
  route.open();
  const answers = await Promise.all(Array.from({ length: 50 }, () => route.ask('of=a')));
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(
    Array(50).fill({ data: 'a', warnings: [] }),
  );
  const [etag] = answers.map(({ headers }) => headers.get('etag') ?? '');
  expect((await route.ask('of=a', { headers: { 'if-none-match': etag ?? '' } })).status).toBe(304);
  expect(route.signals).toHaveLength(1);
});

test('another question, another moment and other rights are worked out by themselves', async () => {
  const route = countedRoute();
  route.open();
  await route.ask('of=a');
  await route.ask('of=b');
  expect(route.signals).toHaveLength(2);
  nowMs += 10_000;
  await route.ask('of=a');
  expect(route.signals).toHaveLength(3);
  // Sources are another object for other rights.
  processWide[sourcesKey] = createRecording({ now: () => nowMs });
  await route.ask('of=a');
  expect(route.signals).toHaveLength(4);
});

test('who goes away takes nothing from the others; the work ends when all have gone', async () => {
  const route = countedRoute();
  const [first, second] = [new AbortController(), new AbortController()];
  const gone = route.ask('of=a', { signal: first.signal });
  const stays = route.ask('of=a', { signal: second.signal });
  await vi.waitUntil(() => route.signals.length === 1);
  first.abort();
  await gone;
  expect(route.signals[0]?.aborted).toBe(false);
  route.open();
  expect(await (await stays).json()).toEqual({ data: 'a', warnings: [] });

  route.close();
  const last = new AbortController();
  const alone = route.ask('of=z', { signal: last.signal });
  await vi.waitUntil(() => route.signals.length === 2);
  last.abort();
  await alone;
  expect(route.signals[1]?.aborted).toBe(true);
});

test('a failure is not kept', async () => {
  const route = countedRoute();
  route.open();
  expect((await route.ask('of=wrong')).status).toBe(502);
  expect((await route.ask('of=wrong')).status).toBe(502);
  expect(route.signals).toHaveLength(2);
});
