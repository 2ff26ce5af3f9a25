import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { fakeBuiltServer, fakeFiles } from '#tests/support/fake-built-server.ts';
import { startCommand } from '#tests/support/started-command.ts';

const answerSchema = z.object({
  url: z.string(),
  folder: z.string(),
  prefix: z.string(),
  servedBelow: z.string().optional(),
  startedIn: z.string().optional(),
  files: z.record(z.string(), z.string()),
});

/** The server of a built folder, with a temporary folder that nobody else uses. */
async function serve(environment: Record<string, string>) {
  const folder = await fakeBuiltServer();
  const temporary = mkdtempSync(join(tmpdir(), 'vigla-temporary-'));
  const started = startCommand(process.execPath, ['server.js'], {
    cwd: folder,
    env: { NODE_ENV: 'production', TMPDIR: temporary, ...environment },
  });
  onTestFinished(async () => {
    started.signal('SIGKILL');
    await started.ended;
    rmSync(temporary, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${await started.says(/listens on (\d+)/)}`;
  const ask = async (path: string) => answerSchema.parse(await (await fetch(url + path)).json());
  return { ask, folder, started, temporary, url };
}

test('without a base path the built server runs where it lies', async () => {
  const { ask, folder, temporary } = await serve({});
  expect(await ask('/vigla/graph')).toEqual({
    url: '/vigla/graph',
    folder,
    prefix: '',
    files: {
      'chunks/a.js': fakeFiles['.next/static/chunks/a.js'],
      'media/b.txt': fakeFiles['.next/static/media/b.txt'],
    },
  });
  expect(readdirSync(temporary)).toEqual([]);
});

test('with one it runs from a tree whose addresses have it, and that is gone afterwards', async () => {
  const { ask, folder, started, temporary } = await serve({ VIGLA_BASE_PATH: '/vigla' });
  const answer = await ask('/');
  expect(answer).toMatchObject({ prefix: '/vigla', servedBelow: '/vigla', startedIn: folder });
  expect(answer.folder.startsWith(join(temporary, 'vigla-base-path-'))).toBe(true);
  expect(answer.files).toEqual({
    'chunks/a.js': fakeFiles['.next/static/chunks/a.js'].replace('"/_next/', '"/vigla/_next/'),
    'media/b.txt': fakeFiles['.next/static/media/b.txt'],
  });
  started.signal('SIGTERM');
  expect(await started.ended).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(folder)).toContain('next-server.js');
});

test.each([
  ['/vigla/graph?range=1h', '/graph?range=1h'],
  ['/vigla', '/'],
  ['/vigla/', '/'],
  ['/vigla?a=b', '/?a=b'],
  ['/vigla/vigla/graph', '/vigla/graph'],
  ['/viglas', '/viglas'],
  // As of a proxy that takes it off, or of a probe.
  ['/readyz', '/readyz'],
  ['/vigla/workloads/a%2Fb', '/workloads/a%2Fb'],
])('a request for %s is one for %s', async (asked, seen) => {
  const { ask } = await serve({ VIGLA_BASE_PATH: '/vigla' });
  expect((await ask(asked)).url).toBe(seen);
});

test.each([
  ['/away', '/vigla/there'],
  ['/below', '/vigla/there'],
  ['/elsewhere', 'https://a.example/'],
  ['/other', '//b.example/'],
])('%s leads to %s', async (path, location) => {
  const { url } = await serve({ VIGLA_BASE_PATH: '/vigla' });
  const answer = await fetch(`${url}/vigla${path}`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([307, location]);
});

test('the file of settings says it as well, relative to where Vigla was started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-started-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'vigla.yaml'), 'mode: demo\nbasePath: /tools/vigla\n');
  const { ask } = await serve({ VIGLA_CONFIG: 'vigla.yaml', VIGLA_STARTED_IN: folder });
  expect(await ask('/tools/vigla/graph')).toMatchObject({
    url: '/graph',
    prefix: '/tools/vigla',
    servedBelow: '/tools/vigla',
    startedIn: folder,
  });
});

test.each([
  ['no path', { VIGLA_BASE_PATH: 'vigla' }],
  ['a file that there is not', { VIGLA_CONFIG: 'gone.yaml' }],
])('with %s the server is left to say what is wrong', async (_, environment) => {
  const { ask, folder } = await serve(environment);
  expect(await ask('/graph')).toMatchObject({ url: '/graph', folder, prefix: '' });
});

test('without a temporary folder it ends with a line that says so', async () => {
  const folder = await fakeBuiltServer();
  const started = startCommand(process.execPath, ['server.js'], {
    cwd: folder,
    env: { NODE_ENV: 'production', VIGLA_BASE_PATH: '/vigla', TMPDIR: join(folder, 'gone') },
  });
  expect(await started.ended).toBe(1);
  expect(started.output()).toMatch(
    /^vigla: cannot start: VIGLA_BASE_PATH: needs a temporary folder \(TMPDIR\) .*ENOENT.*\n$/,
  );
});

test('a file that was changed for the path has the time of the file that was built', async () => {
  const { ask, folder } = await serve({ VIGLA_BASE_PATH: '/vigla' });
  const { folder: tree } = await ask('/');
  const chunk = join('.next', 'static', 'chunks', 'a.js');
  expect(statSync(join(tree, chunk)).mtime).toEqual(statSync(join(folder, chunk)).mtime);
});
