import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { statusSchema } from '#lib/contract/status.ts';
import packageJson from '#package.json' with { type: 'json' };
import { startKubeapi } from '#tests/support/kubeapi.ts';
import { type StartedCommand, startCommand } from '#tests/support/started-command.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const run = promisify(execFile);
const project = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'vigla-package-'));
const installed = join(folder, 'node_modules', 'vigla');
const started: StartedCommand[] = [];
const statusAnswer = z.object({ data: statusSchema });

/** A user's shell: without what npm and these tests have set. */
const env: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  HOME: folder,
};

beforeAll(async () => {
  // Builds first where there is no current build, which takes minutes.
  const packed = join(folder, 'packed');
  mkdirSync(packed);
  await run('npm', ['pack', '--pack-destination', packed], {
    cwd: project,
    env: { ...env, HOME: process.env.HOME },
  });
  const [tarball = ''] = readdirSync(packed);
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(packed, tarball)];
  await run('npm', install, { cwd: folder, env });
}, 600_000);

// A hundred megabytes.
afterAll(() => rmSync(folder, { recursive: true, force: true }));

afterEach(async () => {
  for (const each of started.splice(0)) {
    each.signal('SIGKILL');
    await each.ended;
  }
});

function vigla(command: string, args: readonly string[], cwd = folder): StartedCommand {
  const one = startCommand(command, args, { cwd, env });
  started.push(one);
  return one;
}

function filesOf(root: string): { path: string; isLink: boolean }[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isLink: entry.isSymbolicLink() }));
}

test('the package needs no other, runs on every platform and has no sources', () => {
  expect(Object.keys(packageJson)).not.toContain('dependencies');
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'vigla',
  ]);
  const files = filesOf(installed);
  expect(files.length).toBeGreaterThan(1000);
  // Of the project; what stands below .next was built.
  const sources = files.filter(({ path }) => /^server\/.*\.tsx?$/.test(relative(installed, path)));
  const strange = files.filter(({ path, isLink }) => isLink || path.endsWith('.node'));
  expect([...sources, ...strange].map(({ path }) => path)).toEqual([]);
  const recordings = join('.next', 'standalone', 'server', 'sources', 'recording');
  expect(readdirSync(join(installed, recordings)).sort()).toEqual(['data', 'data-ambient']);
  console.log(`${files.length} files`);
});

/** Of more than a megabyte, which is read in a thread of its own: Node runs no TypeScript in an installed package. */
function dumpOf(clusterCount: number): string {
  const clusters = Array.from({ length: clusterCount }, (_, index) => ({
    version_info: '2026-11-21T01:56:42Z/1',
    last_updated: '2026-11-21T01:56:42.957Z',
    cluster: {
      '@type': 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
      name: `outbound|80||name-${index}.shop.svc.cluster.local`,
      type: 'EDS',
      alt_stat_name: 'x'.repeat(100),
    },
  }));
  const section = { '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump' };
  return JSON.stringify({ configs: [{ ...section, dynamic_active_clusters: clusters }] });
}

test('npx vigla --demo serves pages, their scripts and the API, and ends in peace', async () => {
  const demo = vigla('npx', ['vigla', '--demo', '--port', '0']);
  const url = await demo.says(/recorded mesh: (http\S+)/);
  const page = await fetch(`${url}/overview`);
  expect(page.status).toBe(200);
  const [, script = ''] = /src="(\/_next\/static\/[^"]+)"/.exec(await page.text()) ?? [];
  expect((await fetch(url + script)).headers.get('content-type')).toMatch(/javascript/);
  const graph = z.object({ data: z.object({ nodes: z.array(z.unknown()) }) });
  expect(graph.parse(await (await fetch(`${url}/api/graph`)).json()).data.nodes.length).toBeGreaterThan(5);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(`version="${packageJson.version}"`);

  const rows = z.object({ data: z.object({ rows: z.array(z.unknown()) }) });
  const clusters = await fetch(`${url}/api/dumps/clusters`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/octet-stream' },
    body: dumpOf(4000),
  });
  expect(rows.parse(await clusters.json()).data.rows).toHaveLength(4000);

  demo.signal('SIGTERM');
  await demo.ended;
  await waitUntil(
    () =>
      fetch(url).then(
        () => false,
        () => true,
      ),
    { what: 'nothing listens', withinMs: 12_000 },
  );
});

test('vigla --base-path serves pages and all that they name below it, and says so', async () => {
  const demo = vigla('npx', ['vigla', '--demo', '--port', '0', '--base-path', '/tools/vigla']);
  const url = await demo.says(/recorded mesh: (http\S+)/);
  expect(new URL(url).pathname).toBe('/tools/vigla');
  const page = await (await fetch(`${url}/overview`)).text();
  const named = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !path.startsWith('/tools/vigla/'))).toEqual([]);
  const files = [...new Set(named.filter((path) => path.includes('/_next/')))];
  for (const path of files) expect((await fetch(new URL(path, url))).status, path).toBe(200);
  console.log(`${named.length} addresses in a page, ${files.length} of them files`);

  // Only so does it take its temporary files away.
  demo.signal('SIGTERM');
  await demo.ended;
});

test('names of files in flags and in the settings are those of where they stand', async () => {
  const api = await startKubeapi();
  onTestFinished(() => api.stop());
  const here = join(folder, 'here');
  mkdirSync(join(here, 'etc'), { recursive: true });
  copyFileSync(api.kubeconfig, join(here, 'cluster'));
  writeFileSync(join(here, 'etc', 'token'), 's3cret\n');
  writeFileSync(
    join(here, 'etc', 'vigla.yaml'),
    `prometheus: { url: "${api.url}/nothing", bearerTokenFile: token }`,
  );
  const command = join(folder, 'node_modules', '.bin', 'vigla');
  const flags = [
    '--kubeconfig',
    'cluster',
    '--context',
    'recorded',
    '--config',
    'etc/vigla.yaml',
    '--port',
    '0',
  ];
  const server = vigla(command, flags, here);
  const url = await server.says(/Vigla: (http\S+)/);
  await waitUntil(
    async () => {
      const { data } = statusAnswer.parse(await (await fetch(`${url}/api/status`)).json());
      const kubernetes = data.sources.find(({ id }) => id === 'kubernetes');
      return kubernetes?.state === 'ok' && kubernetes.address === api.url;
    },
    { what: 'the cluster has been read', withinMs: 20_000 },
  );
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('a context that there is not ends the command with one line that says so', async () => {
  const api = await startKubeapi();
  onTestFinished(() => api.stop());
  writeFileSync(join(folder, 'vigla.yaml'), 'prometheus: { url: "http://127.0.0.1:9" }');
  const flags = [
    '--kubeconfig',
    api.kubeconfig,
    '--context',
    'staging',
    '--config',
    'vigla.yaml',
    '--port',
    '0',
  ];
  const server = vigla(join(folder, 'node_modules', '.bin', 'vigla'), flags);
  expect(await server.ended).toBe(1);
  expect(
    server
      .output()
      .split('\n')
      .filter((line) => line.includes('staging')),
  ).toEqual([
    `vigla: cannot start: Kubeconfig ${api.kubeconfig}: there is no context "staging" (it has recorded)`,
  ]);
});
