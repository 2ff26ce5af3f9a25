import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceIds } from '#lib/contract/status.ts';

test('the answers of every source are broken in a file of its own', () => {
  const without = sourceIds.filter((id) => !existsSync(join(import.meta.dirname, `${id}.test.ts`)));
  expect(without).toEqual([]);
});
