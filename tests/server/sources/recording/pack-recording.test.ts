import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dataFolder } from '#server/sources/recording/data-folder.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

if (whyNoSharedFolder !== undefined) console.warn(`packing is not tested: ${whyNoSharedFolder}`);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

test.skipIf(whyNoSharedFolder !== undefined)('packing the recording again gives the packed files', () => {
  const target = mkdtempSync(path.join(tmpdir(), 'vigla-packed-'));
  try {
    const script = path.join('server', 'sources', 'recording', 'pack-recording.ts');
    execFileSync(process.execPath, [script, path.join(sharedFolder, 'recordings', 'bookinfo'), target]);
    const names = filesOf(target);
    expect(names.length).toBeGreaterThan(30);
    expect(names).toEqual(filesOf(dataFolder()));
    for (const name of names) {
      // Unzipped: the bytes of gzip depend on the version of zlib.
      const [packed, kept] = [target, dataFolder()].map((folder) =>
        gunzipSync(readFileSync(path.join(folder, name))),
      );
      expect(packed?.equals(kept ?? Buffer.alloc(0))).toBe(true);
    }
  } finally {
    rmSync(target, { recursive: true });
  }
});

test('the packed recording stays small', () => {
  const bytes = filesOf(dataFolder()).reduce(
    (sum, name) => sum + readFileSync(path.join(dataFolder(), name)).length,
    0,
  );
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(4_000_000);
});
