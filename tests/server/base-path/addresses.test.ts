import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fakeBuiltServer, fakeFiles } from '#tests/support/fake-built-server.ts';

test('files for browsers, and what the server tells them, are found; code of the server is not', async () => {
  const folder = await fakeBuiltServer();
  const files = z
    .array(z.string())
    .parse(JSON.parse(readFileSync(join(folder, 'base-path', 'files.json'), 'utf8')));
  expect(files.sort()).toEqual([
    '.next/server/app/page_client-reference-manifest.js',
    '.next/server/pages/500.html',
    '.next/static/chunks/a.js',
    'next-server.js',
  ]);
});

test.each([
  [
    'another quotation mark',
    { '.next/static/chunks/b.js': "load('/_next/static/c.js')" },
    /b\.js names addresses/,
  ],
  [
    'an address within a longer text',
    { '.next/server/pages/404.html': '<a href="/x/_next/static/">' },
    /404\.html names/,
  ],
  [
    'a server without a place for the prefix',
    { 'next-server.js': 'start({})' },
    /has 0 places for the prefix/,
  ],
])('%s ends the build', async (_, files, words) => {
  await expect(fakeBuiltServer({ ...fakeFiles, ...files })).rejects.toThrow(words);
});
