import { expect, test } from 'vitest';
import { chosenVersion } from '#components/canaries/detail/chosen-version.ts';

const versions = (weights: readonly number[]) =>
  weights.map((weight, index) => ({ name: `v${index + 1}`, weight }));

test.each<[weights: number[], name: string, chosen: string]>([
  [[90, 10], '', 'v2'],
  [[10, 90], '', 'v1'],
  [[3, 1], 'v1', 'v1'],
  [[3, 1], 'gone', 'v2'],
  [[25, 25, 50], '', 'v2'],
  [[50, 50], '', 'v2'],
  [[100, 0], '', 'v1'],
  [[0, 100], 'v1', 'v1'],
])('of weights %j, asked for "%s", %s is chosen', (weights, name, chosen) => {
  expect(versions(weights)[chosenVersion(versions(weights), name)]?.name).toBe(chosen);
});
