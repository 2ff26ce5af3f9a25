import { expect, test } from 'vitest';
import { configuredFigures, observedFigures } from '#components/canaries/split-figures.ts';
import { makeVersion } from '#tests/support/make-canary.ts';

test.each<[shares: number[], requests: (number | undefined)[], configured: string, observed?: string]>([
  [[0.75, 0.25], [3010, 1003], '75 / 25', '75.0 / 25.0'],
  [[1 / 3, 2 / 3], [1338, 2675], '33.3 / 66.7', '33.3 / 66.7'],
  [[90 / 110, 20 / 110], [undefined, undefined], '81.8 / 18.2', undefined],
  [[1, 0], [4013, undefined], '100 / 0', '100.0 / –'],
  [[0.999, 0.001], [4013, 0], '99.9 / 0.1', '100.0 / 0.0'],
])('%j of the weight and %j requests read "%s" and "%s"', (shares, requests, configured, observed) => {
  const versions = shares.map((share, index) => makeVersion(`v${index}`, share, requests[index]));
  expect(configuredFigures({ versions })).toBe(configured);
  expect(observedFigures({ versions })).toBe(observed);
});
