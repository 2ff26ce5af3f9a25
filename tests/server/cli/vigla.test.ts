import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import packageJson from '#package.json' with { type: 'json' };

const project = join(import.meta.dirname, '..', '..', '..');
const command = join(project, packageJson.bin.vigla);

type Ended = { code: number; stdout: string; stderr: string };

/** The command with these arguments, on a Node that says it has this version. */
async function vigla(args: readonly string[], version = process.versions.node): Promise<Ended> {
  const claim = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  try {
    const started = [`--import=data:text/javascript,${encodeURIComponent(claim)}`, command, ...args];
    return { code: 0, ...(await promisify(execFile)(process.execPath, started)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)
      return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
    throw error;
  }
}

test.each([
  [['--prot', '1'], "Unknown option '--prot'; vigla --help lists the flags.\n"],
  [['staging'], /^Unexpected argument 'staging'.*; vigla --help lists the flags\.\n$/],
  [['--port'], "Option '--port <value>' argument missing; vigla --help lists the flags.\n"],
  [['--context', ''], '--context needs a value; vigla --help lists the flags.\n'],
  [['--demo', '--port', '1e3'], 'PORT: "1e3" is not a port number (0 to 65535)\n'],
])('%j ends with one line that says why', async (args, line) => {
  const { code, stderr, stdout } = await vigla(args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(line);
});

test.each([
  ['18.0.0', true],
  ['20.20.2', true],
  ['22.18.9', true],
  ['22.19.0', false],
  ['24.0.0', false],
])('on Node %s it refuses with one sentence: %s', async (version, isRefused) => {
  const { code, stderr } = await vigla(['--version'], version);
  expect(code).toBe(isRefused ? 1 : 0);
  expect(stderr).toBe(
    isRefused
      ? `Vigla needs Node 22.19 or newer, and this is ${version}: install one from https://nodejs.org.\n`
      : '',
  );
});

test('the package asks npm for the same Node', () => {
  expect(packageJson.engines.node).toBe('>=22.19');
});

test('it says its version, and its flags, which docs/install.md has as well', async () => {
  expect((await vigla(['--version'])).stdout).toBe(`${packageJson.version}\n`);
  const { stdout } = await vigla(['--help', '--demo']);
  const flags = [...stdout.matchAll(/^ {2}(--[\w-]+(?: [A-Z]+)?) /gm)].map(([, flag]) => flag);
  expect(flags).toContain('--snapshot FILE');
  const page = readFileSync(join(project, 'docs', 'install.md'), 'utf8');
  const told = [...page.matchAll(/^\| `(--[^`]+)` \|/gm)].map(([, flag]) => flag);
  expect([...told, '--help', '--version'].sort()).toEqual(flags.sort());
});
