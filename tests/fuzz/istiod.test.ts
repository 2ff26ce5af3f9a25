import { expect, test } from 'vitest';
import { istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { expectRobust } from './expect-robust.ts';
import { askedEndpoints, fuzzedIstiod } from './sources/fuzzed-istiod.ts';

test('broken answers of istiod break nothing else', async () => {
  await expectRobust('istiod', fuzzedIstiod);
  const asked = askedEndpoints();
  console.log(`endpoints of istiod asked for: ${asked.size} of ${Object.keys(istiodEndpoints).length}`);
  expect(Object.keys(istiodEndpoints).filter((endpoint) => !asked.has(endpoint))).toEqual([]);
});
