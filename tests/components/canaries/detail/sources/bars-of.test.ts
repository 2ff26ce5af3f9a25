import { expect, test } from 'vitest';
import { barsOf } from '#components/canaries/detail/sources/bars-of.ts';
import { makeCanarySource, makeSourceVersion } from '#tests/support/make-canary-source.ts';

const versions = [{ share: 0.75 }, { share: 0.25 }];
const asked = { versions, chosen: 1 };

test('a caller whose proxy holds other weights is off in Envoy and in what it did', () => {
  const source = makeCanarySource({
    verdict: { status: 'mismatch', text: '25 points over' },
    versions: [makeSourceVersion(505, 1000, true), makeSourceVersion(495, 1000, true)],
    inEnvoy: [0.5, 0.5],
    isAsConfigured: false,
  });
  expect(barsOf(source, asked)).toMatchObject([
    { id: 'configured', shares: [0.75, 0.25], figures: ['75', '25'], isOff: [false, false] },
    { id: 'inEnvoy', shares: [0.5, 0.5], figures: ['50', '50'], isOff: [true, true] },
    { id: 'observed', shares: [0.505, 0.495], figures: ['50.5', '49.5'], isOff: [true, true] },
  ]);
  expect(barsOf(source, asked)[2]?.whisker).toEqual({ share: 0.495, low: 0.485, high: 0.505 });
});

test('few requests far from the configured share are not called wrong', () => {
  const source = makeCanarySource({
    verdict: { status: 'insufficient', text: '380 more' },
    versions: [makeSourceVersion(15, 22, true), makeSourceVersion(7, 22, true)],
  });
  expect(barsOf(source, asked)[2]?.isOff).toEqual([false, false]);
});

test('one stale proxy among several does not make off what most of them hold', () => {
  const source = makeCanarySource({ inEnvoy: [0.75, 0.25], isAsConfigured: true });
  const [stale] = makeCanarySource({ inEnvoy: [0.5, 0.5], isAsConfigured: false }).proxies;
  const both = { ...source, proxies: [...source.proxies, ...(stale === undefined ? [] : [stale])] };
  expect(barsOf(both, asked)[1]?.isOff).toEqual([false, false]);
});

test('what was not read and what nobody sent is no bar', () => {
  const source = makeCanarySource({
    versions: [makeSourceVersion(0, 0, false), makeSourceVersion(0, 0, false)],
  });
  expect(barsOf(source, asked).map(({ shares }) => shares)).toEqual([[0.75, 0.25], undefined, undefined]);
});
