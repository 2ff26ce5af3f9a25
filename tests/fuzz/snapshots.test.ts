import { test } from 'vitest';
import { expectRobust } from './expect-robust.ts';
import { fuzzedSnapshots } from './sources/fuzzed-snapshots.ts';

test('a broken snapshot is refused, or breaks nothing else', async () =>
  expectRobust('snapshots', await fuzzedSnapshots()));
