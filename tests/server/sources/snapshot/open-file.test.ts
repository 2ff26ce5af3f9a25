import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { ViglaError } from '#server/errors.ts';
import { openBytes } from '#server/sources/snapshot/open-file.ts';
import { createSources } from '#server/sources/sources.ts';
import { demoSources, snapshotNowMs, snapshotOf } from '#tests/support/demo-snapshot.ts';

let whole: Uint8Array;
let lines: string[];

beforeAll(async () => {
  whole = await snapshotOf(demoSources(), 'range=1m&proxies=none&logs=none&namespaces=legacy');
  lines = gunzipSync(whole).toString('utf8').trimEnd().split('\n');
}, 60_000);

/** What opening says: the sentence of its refusal, or undefined. */
function refusalOf(bytes: Uint8Array): string | undefined {
  try {
    openBytes(bytes, 'mesh.gz');
    return undefined;
  } catch (error) {
    if (error instanceof ViglaError && error.code === 'bad_configuration') return error.message;
    throw error;
  }
}

function zipped(parts: readonly string[]): Uint8Array {
  return gzipSync(`${parts.join('\n')}\n`, { level: 1 });
}

const sentence = /^(mesh\.gz|The manifest of mesh\.gz) .*[^.]\.$/s;

test('a whole file is opened', () => {
  expect(refusalOf(whole)).toBeUndefined();
  expect(refusalOf(zipped(lines))).toBeUndefined();
});

test('a file cut at any byte is refused with a sentence', () => {
  let cuts = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
      cuts++;
      expect(refusalOf(whole.subarray(0, length))).toMatch(sentence);
    }),
    { numRuns: 300 },
  );
  console.info(`${cuts} cuts refused`);
});

test('a file that lacks lines is refused with a sentence', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: lines.length - 1 }),
      fc.integer({ min: 1, max: 5 }),
      (from, count) => {
        expect(refusalOf(zipped(lines.toSpliced(from, count)))).toMatch(sentence);
      },
    ),
    { numRuns: 60 },
  );
});

test('a file with a wrong byte is refused with a sentence', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, change) => {
        const damaged = whole.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(refusalOf(damaged)).toMatch(sentence);
      },
    ),
    { numRuns: 200 },
  );
});

test.each<[name: string, parts: () => string[], says: string]>([
  [
    'of another format',
    () => [lines[0]?.replace('"format":1', '"format":2') ?? ''],
    'mesh.gz is a snapshot of format 2; this Vigla opens format 1.',
  ],
  [
    'of something else',
    () => ['{"kind":"List"}'],
    'mesh.gz is no snapshot of Vigla: it does not begin with a manifest.',
  ],
  ['of no JSON', () => ['not JSON'], 'mesh.gz is no snapshot, or is damaged: line 1 is no JSON.'],
  ['of nothing', () => [''], 'mesh.gz is no snapshot, or is damaged: line 1 is no JSON.'],
  [
    'with a damaged line',
    () => lines.with(1, '{"part":"objects","kind":"Nothing"}'),
    'mesh.gz is damaged in line 2: ',
  ],
  [
    'with a damaged manifest',
    () => lines.with(0, '{"part":"manifest","format":1}'),
    'The manifest of mesh.gz is damaged: ',
  ],
])('a file %s is refused', (_name, parts, says) => {
  expect(refusalOf(zipped(parts()))).toContain(says);
});

test('what is no gzip is refused', () => {
  expect(refusalOf(Buffer.from('plain text'))).toMatch(/^mesh\.gz is no snapshot, or was cut off: .*\.$/);
});

test('a small file that holds very much is refused before it fills the memory', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(() => openBytes(bomb, 'mesh.gz', 1_000_000)).toThrow(
    'mesh.gz is larger than any snapshot: it holds more than',
  );
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test('VIGLA_SNAPSHOT opens a file in the place of a cluster, and says which file cannot be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigla-'));
  await writeFile(join(folder, 'mesh.gz'), whole);
  const sources = createSources(readConfig({ VIGLA_SNAPSHOT: join(folder, 'mesh.gz') }));
  expect(sources).toMatchObject({ mode: 'snapshot' });
  expect(sources.now()).toBe(snapshotNowMs);
  const absent = readConfig({ VIGLA_SNAPSHOT: join(folder, 'absent.gz') });
  expect(() => createSources(absent)).toThrow(/^The snapshot .*absent\.gz cannot be read: ENOENT/);
});
