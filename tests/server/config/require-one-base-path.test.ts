import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownParts } from '#server/config/values/base-path.ts';
import { readConfig } from '#server/config.ts';
import { settingsFolder } from '#tests/support/settings-file.ts';

const project = join(import.meta.dirname, '..', '..', '..');
const demo = { VIGLA_MODE: 'demo' };

test.each(['/vigla', '/tools/vigla', '/a_b-c.d~e', '/vigla2/x'])('%s is a base path', (path) => {
  expect(readConfig({ ...demo, VIGLA_BASE_PATH: path }).VIGLA_BASE_PATH).toBe(path);
});

test.each([
  'vigla',
  '/',
  '/vigla/',
  '//vigla',
  '/vigla//x',
  '/../x',
  '/./x',
  '/.hidden',
  '/a b',
  '/a%20b',
  '/a?b',
  '/a#b',
  '/a"b',
  '/ä',
  'https://mesh.example/vigla',
])('%j is none', (path) => {
  expect(() => readConfig({ ...demo, VIGLA_BASE_PATH: path })).toThrow(
    'VIGLA_BASE_PATH: must be a path such as /vigla or /tools/vigla, without a slash at its end',
  );
});

test.each(['/api', '/graph', '/graph/vigla', '/_next', '/icon.svg'])(
  '%s is a path of Vigla itself',
  (path) => {
    expect(() => readConfig({ ...demo, VIGLA_BASE_PATH: path })).toThrow(
      /^VIGLA_BASE_PATH: \/\S+ is a path of Vigla itself; choose another one$/,
    );
  },
);

test('every path of Vigla itself is known', () => {
  const routes = readdirSync(join(project, 'app'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(routes.length).toBeGreaterThan(10);
  expect([...ownParts].sort()).toEqual([...routes, ...readdirSync(join(project, 'public')), '_next'].sort());
});

test.each([
  ['https://mesh.example/vigla', '/vigla', undefined],
  ['https://mesh.example/vigla/', '/vigla', undefined],
  ['https://mesh.example', '', undefined],
  ['https://mesh.example/', '', undefined],
  ['https://mesh.example/vigla', '', 'has the path /vigla, but VIGLA_BASE_PATH is not set'],
  ['https://mesh.example', '/vigla', 'has no path, but VIGLA_BASE_PATH is /vigla'],
  ['https://mesh.example/a', '/vigla', 'has the path /a, but VIGLA_BASE_PATH is /vigla'],
])('%s with the base path "%s": %s', (address, path, problem) => {
  const read = () => readConfig({ ...demo, VIGLA_PUBLIC_URL: address, VIGLA_BASE_PATH: path });
  if (problem === undefined) expect(read().VIGLA_BASE_PATH).toBe(path);
  else expect(read).toThrow(`VIGLA_PUBLIC_URL: ${problem}; both must say where Vigla is served`);
});

test('what the file says is named by its line', () => {
  const { VIGLA_CONFIG } = settingsFolder({
    'vigla.yaml': 'mode: demo\nbasePath: /vigla\npublicUrl: https://mesh.example\n',
  });
  expect(() => readConfig({ VIGLA_CONFIG })).toThrow(`${VIGLA_CONFIG}:3: publicUrl: has no path`);
});
