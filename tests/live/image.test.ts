import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findFreePort } from '#tests/support/free-port.ts';
import { type StartedCommand, startCommand } from '#tests/support/started-command.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const project = join(import.meta.dirname, '..', '..');
const lines = readFileSync(join(project, 'deploy', 'Dockerfile'), 'utf8').split('\n');
const final = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const folder = mkdtempSync(join(tmpdir(), 'vigla-image-'));
let started: StartedCommand | undefined;

/** What stands behind an instruction of the last stage. */
function instruction(name: string): string {
  const found = final.filter((line) => line.startsWith(`${name} `));
  expect(found, name).toHaveLength(1);
  return found[0]?.slice(name.length + 1) ?? '';
}

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(project, 'server', 'cli', 'prepack.js')]);
  const [, from = ''] = /^--from=build \/build\/(\S+) \.\/$/.exec(instruction('COPY')) ?? [];
  cpSync(join(project, from), folder, { recursive: true });
  setMode(0o555);
}, 600_000);

/** 555 is as in a file system that is read-only, for whoever is not root. */
function setMode(mode: number): void {
  chmodSync(folder, mode);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chmodSync(join(folder, path), mode);
}

afterAll(() => {
  setMode(0o755);
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  started?.signal('SIGKILL');
  await started?.ended;
});

test('the last stage has no shell, and runs as a user that is not root', () => {
  expect(instruction('FROM')).toMatch(/distroless.*:nonroot$/);
  expect(instruction('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(final.filter((line) => /^(RUN|ADD|ENTRYPOINT)\b/.test(line))).toEqual([]);
});

test.each(['', '/tools/vigla'])(
  'below "%s" its folder serves as another user from a read-only tree, writes nothing there, and ends in peace',
  async (basePath) => {
    // The pod's volume for temporary files: the only place where it may write.
    const temporary = mkdtempSync(join(tmpdir(), 'vigla-image-tmp-'));
    onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
    chmodSync(temporary, 0o777);
    const [uid, gid] = instruction('USER').split(':').map(Number);
    const port = await findFreePort();
    const given = instruction('ENV')
      .split(' ')
      .map((pair) => pair.split('='));
    const before = readdirSync(folder, { recursive: true }).length;
    started = startCommand(process.execPath, JSON.parse(instruction('CMD')), {
      cwd: folder,
      env: {
        ...Object.fromEntries(given),
        PORT: String(port),
        VIGLA_MODE: 'demo',
        TMPDIR: temporary,
        VIGLA_BASE_PATH: basePath,
      },
      ...(process.getuid?.() === 0 ? { uid, gid } : {}),
    });
    const url = `http://127.0.0.1:${port}${basePath}`;
    await waitUntil(async () => (await fetch(`${url}/readyz`)).status === 200, {
      what: 'it is ready',
      withinMs: 40_000,
    });
    for (const path of ['/overview', '/icon.svg', '/api/graph', '/api/services', '/metrics'])
      expect((await fetch(url + path)).status, path).toBe(200);
    expect(started.output()).not.toMatch(/EACCES|EROFS|"level":(40|50|60)/);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);

    started.signal('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  },
);
