import { test } from 'vitest';
import { expectRobust } from './expect-robust.ts';
import { fuzzedUploads } from './sources/fuzzed-uploads.ts';

test('broken files and bodies that people send break nothing else', () =>
  expectRobust('uploads', fuzzedUploads));
