import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { getBefore } from '#server/sources/sources.ts';

const processWide: { [key: symbol]: unknown } = globalThis;
const keys = [Symbol.for('vigla.config'), Symbol.for('vigla.before')] as const;

afterEach(() => {
  for (const key of keys) processWide[key] = undefined;
});

function open(environment: Record<string, string>) {
  processWide[keys[0]] = readConfig({ VIGLA_MODE: 'demo', ...environment });
  return getBefore();
}

const folder = mkdtempSync(join(tmpdir(), 'vigla-before-'));

function written(name: string, content: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

test('nothing stands beside the sources where no file is named', () => {
  expect(open({})).toBeUndefined();
});

test.each([
  ['missing.gz', () => join(folder, 'missing.gz'), /The snapshot \S+missing\.gz cannot be read/],
  ['text.gz', () => written('text.gz', 'no snapshot'), /text\.gz is no snapshot, or was cut off/],
  ['other.gz', () => written('other.gz', gzipSync('{"part":"other"}')), /other\.gz is no snapshot of Vigla/],
  [
    'newer.gz',
    () => written('newer.gz', gzipSync('{"part":"manifest","format":99}')),
    /newer\.gz is a snapshot of format 99/,
  ],
])('%s is refused at start, by its name', (_name, file, words) => {
  expect(() => open({ VIGLA_SNAPSHOT_BEFORE: file() })).toThrow(words);
});
