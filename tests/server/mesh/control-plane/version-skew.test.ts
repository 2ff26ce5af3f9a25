import { describe, expect, test } from 'vitest';
import type { ComponentType, Skew } from '#lib/contract/mesh.ts';
import { judgeSkew } from '#server/mesh/control-plane/version-skew.ts';

describe.each<
  [type: ComponentType, version: string | undefined, controlPlane: string | undefined, skew: Skew]
>([
  ['sidecar', '1.30.2', '1.30.2', 'same'],
  ['sidecar', '1.30.1', '1.30.2', 'patch'],
  ['sidecar', '1.29.0', '1.30.2', 'supported'],
  ['sidecar', '1.28.7', '1.30.2', 'unsupported'],
  ['sidecar', '1.31.0', '1.30.2', 'unsupported'],
  ['ztunnel', '1.31.0', '1.30.2', 'unsupported'],
  ['cni', '1.31.0', '1.30.2', 'supported'],
  ['cni', '1.32.0', '1.30.2', 'unsupported'],
  ['cni', '1.29.0', '1.30.2', 'supported'],
  ['gateway', '2.30.0', '1.30.0', 'unsupported'],
  ['sidecar', '1.31-dev', '1.31-dev', 'same'],
  ['sidecar', '1.31-alpha.0123abc', '1.31.0', 'patch'],
  ['sidecar', 'latest', '1.31.0', 'unknown'],
  ['sidecar', undefined, '1.31.0', 'unknown'],
  ['sidecar', '1.31.0', undefined, 'unknown'],
])('%s %s against %s', (type, version, controlPlane, skew) => {
  test(`is ${skew}`, () => {
    const judged = judgeSkew({ type, version, controlPlane });
    expect(judged.skew).toBe(skew);
    expect(judged.why).toMatch(/\.$/);
  });
});
