import { expect, test } from 'vitest';
import { istiodVersion } from '#server/mesh/istiod/istiod-version.ts';

test.each([
  ['1.31-dev-unknown-Clean', '1.31-dev'],
  ['1.24.2-ed68e8b0bd4b-Clean\n', '1.24.2'],
  ['1.29-alpha.0f1e2d-abc123-Modified', '1.29-alpha.0f1e2d'],
  ['{"version":"1.30.0","revision":"abc","status":"Clean"}', '1.30.0'],
  ['1.22.0', '1.22.0'],
  ['1.24.3-5c178358f9c61c50d3d6149a0b05a609a0d7defd-Clean', '1.24.3'],
  ['1.27-alpha.0-abc-Modified\n', '1.27-alpha.0'],
  ['custom', 'custom'],
  ['', undefined],
  ['{"broken', undefined],
])('%s is version %s', (text, version) => {
  expect(istiodVersion(text)).toBe(version);
});
