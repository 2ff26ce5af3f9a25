import { describe, expect, test } from 'vitest';
import { gateModes, gateQuery, gateWebhookQuery } from '#lib/contract/canary-gate.ts';
import { ViglaError } from '#server/errors.ts';
import { answerWebhook, loadGate } from '#server/mesh/canary/load-gate.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';

const context = mutatedRecording({});

const reviews = { kind: 'VirtualService', namespace: 'bookinfo', name: 'reviews', route: 'split' };
const catalog = { kind: 'HTTPRoute', namespace: 'shop', name: 'catalog-mesh', route: '1' };
const tooMuchWeight = { kind: 'virtualservice', namespace: 'broken', name: 'too-much-weight', route: '0' };
const range = '1h';

describe('a gate', () => {
  const cases: readonly [name: string, asked: object, exitCode: number, closed: readonly string[]][] = [
    ['of a split that is as configured', { ...reviews, check: 'split' }, 0, []],
    // At that time reviews-v2 has an incident.
    ['of one with a worse version', reviews, 1, ['bad', 'undecided']],
    ['of a split with a mismatch', catalog, 1, ['bad', 'undecided']],
    ['of a split without requests', tooMuchWeight, 2, ['undecided']],
  ];
  for (const [name, asked, exitCode, closed] of cases) {
    for (const fail of gateModes) {
      const isClosed = closed.includes(fail);
      test(`${name} is ${isClosed ? 'closed' : 'open'} with fail=${fail}`, async () => {
        const answer = loadGate(gateQuery.parse({ ...asked, range, fail }), context);
        if (isClosed) await expect(answer).rejects.toMatchObject({ code: 'gate_closed' });
        else expect((await answer).data.exitCode).toBe(exitCode);
      });
    }
  }
});

test('a closed gate says why', async () => {
  const answer = (asked: object) => loadGate(gateQuery.parse({ ...asked, range, fail: 'bad' }), context);
  await expect(answer(catalog)).rejects.toThrow('checkout');
  await expect(answer(reviews)).rejects.toThrow('v2 fails more often');
});

test('a webhook without a word about it is closed where something is bad, not where nothing is decided', async () => {
  const payload = { name: 'any', namespace: 'any', phase: 'Progressing' };
  const answer = (canary: object) =>
    answerWebhook(gateWebhookQuery.parse({ ...canary, range }), payload, context);
  await expect(answer(catalog)).rejects.toMatchObject({ code: 'gate_closed' });
  expect((await answer(tooMuchWeight)).data.exitCode).toBe(2);
});

test('response times that cannot be read are no reason to pass, unless nobody asks for them', async () => {
  const { metrics } = context.sources;
  const full = new ViglaError('source_failed', 'The store is full.');
  const queryRange: MetricSource['queryRange'] = (query, range, signal) =>
    toPromQL(query).includes('istio_request_duration')
      ? Promise.reject(full)
      : metrics.queryRange(query, range, signal);
  const failing = { ...context, sources: { ...context.sources, metrics: { ...metrics, queryRange } } };
  const answer = (check: string) => loadGate(gateQuery.parse({ ...reviews, range, check }), failing);
  await expect(answer('all')).rejects.toBe(full);
  expect((await answer('split')).data.exitCode).toBe(0);
});
