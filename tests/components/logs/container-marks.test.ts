import { expect, test } from 'vitest';
import { containerMarks, shortPodNames } from '#components/logs/container-marks.ts';

test.each([
  [
    ['catalog-v1-5dptcrx82q-fs4s7', 'catalog-v2-krp47w2kmd-lx75k'],
    ['v1-fs4s7', 'v2-lx75k'],
  ],
  [
    ['reviews-v3-rmwljp4qzb-dj46d', 'reviews-v3-rmwljp4qzb-l2q2q'],
    ['dj46d', 'l2q2q'],
  ],
  [
    ['db-0', 'db-1'],
    ['0', '1'],
  ],
  [['alone'], ['alone']],
  [
    ['a-b', 'b'],
    ['a-b', 'b'],
  ],
])('%j are called %j', (pods, expected) => {
  expect(shortPodNames(pods)).toEqual(expected);
});

test('names that would become alike stay whole', () => {
  const pods = ['web-aaaaaaaa-bbbbb', 'web-cccccccc-bbbbb'];
  expect(shortPodNames(pods)).toEqual(pods);
});

test('containers of one pod go by their own names, and init containers leave the first colours to the others', () => {
  const marks = containerMarks([
    { pod: 'p', container: 'istio-init', role: 'init' },
    { pod: 'p', container: 'reviews', role: 'app' },
    { pod: 'p', container: 'istio-proxy', role: 'proxy' },
  ]);
  expect(marks.get('p/reviews')).toEqual({ label: 'reviews', colour: 1 });
  expect(marks.get('p/istio-proxy')).toEqual({ label: 'istio-proxy', colour: 2 });
  expect(marks.get('p/istio-init')).toEqual({ label: 'istio-init', colour: 3 });
});
