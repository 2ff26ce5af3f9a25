import { expect, test } from 'vitest';
import { type IstiodEndpoint, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { expectRobust } from './expect-robust.ts';
import { askedEndpoints, fuzzedIstiod } from './sources/fuzzed-istiod.ts';

/** Allowed, but no route has a use for them yet. */
const unused: ReadonlySet<string> = new Set<IstiodEndpoint>([
  'sidecarz',
  'telemetryz',
  'ndsz',
  'configz',
  'authorizationz',
  'ambientz',
  'inject',
  'list',
]);

test('broken answers of istiod break nothing else', async () => {
  await expectRobust('istiod', fuzzedIstiod);
  const asked = askedEndpoints();
  console.log(`endpoints of istiod asked for: ${asked.size} of ${Object.keys(istiodEndpoints).length}`);
  const used = Object.keys(istiodEndpoints).filter((endpoint) => !unused.has(endpoint));
  expect([...asked].sort()).toEqual(used.sort());
});
