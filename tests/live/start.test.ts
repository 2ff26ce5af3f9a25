import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { statusSchema } from '#lib/contract/status.ts';
import { findFreePort } from '#tests/support/free-port.ts';
import { startKubeapi } from '#tests/support/kubeapi.ts';
import { startPrometheus } from '#tests/support/prometheus.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const answerSchema = z.object({ data: statusSchema });
const start = join(import.meta.dirname, '..', '..', 'server', 'cli', 'start.js');
const toStop: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of toStop.splice(0).reverse()) await each.stop();
});

function stopLater<Started extends { stop(): Promise<void> }>(started: Started): Started {
  toStop.push(started);
  return started;
}

type Run = { child: ChildProcess; output(): string; ended: Promise<number | null> };

/** `npm start` with these variables; it builds first when there is no current build. */
function run(environment: Record<string, string>): Run {
  const { KUBECONFIG: _, PROMETHEUS_URL: __, VIGLA_MODE: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [start], {
    env: { ...rest, HOST: '127.0.0.1', PORT: '0', VIGLA_LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'exit').then(() => child.exitCode);
  return { child, output: () => output, ended };
}

function linesAbout(output: string, word: string): string[] {
  return output.split('\n').filter((line) => line.includes(word));
}

test('a kubeconfig that does not parse ends the start with one line that names the file and the reason', async () => {
  const kubeconfig = join(mkdtempSync(join(tmpdir(), 'vigla-')), 'broken');
  writeFileSync(kubeconfig, 'clusters: [\n\t- {');
  const { ended, output } = run({ KUBECONFIG: kubeconfig, PROMETHEUS_URL: 'http://127.0.0.1:9' });
  expect(await ended).toBe(1);
  expect(linesAbout(output(), kubeconfig)).toEqual([
    `vigla: cannot start: Kubeconfig ${kubeconfig}: deficient indentation (2:2)`,
  ]);
});

test('a context that does not exist ends the start with one line that names those that do', async () => {
  const api = stopLater(await startKubeapi());
  const { ended, output } = run({ KUBECONFIG: api.kubeconfig, KUBE_CONTEXT: 'staging' });
  expect(await ended).toBe(1);
  expect(linesAbout(output(), 'staging')).toEqual([
    `vigla: cannot start: Kubeconfig ${api.kubeconfig}: there is no context "staging" (it has recorded)`,
  ]);
});

test('a port that is in use ends the start with one line that names it', async () => {
  const api = stopLater(await startKubeapi());
  const { port } = new URL(api.url);
  const { ended, output } = run({ PORT: port });
  expect(await ended).toBe(1);
  expect(linesAbout(output(), port)).toEqual([
    `Port ${port} of 127.0.0.1 is in use: choose another one, e.g. PORT=${Number(port) + 1}`,
  ]);
});

test('with a cluster and a Prometheus it serves both, and a signal ends it in peace', async () => {
  const api = stopLater(await startKubeapi());
  const prometheus = stopLater(await startPrometheus());
  const port = await findFreePort();
  const server = run({ KUBECONFIG: api.kubeconfig, PROMETHEUS_URL: prometheus.url, PORT: String(port) });
  stopLater({
    stop: async () => {
      server.child.kill('SIGKILL');
      await server.ended;
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(() => server.output().includes(`Vigla: ${url}`), { what: 'it is ready', withinMs: 50_000 });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  const status = await waitUntil(
    async () => {
      const { data } = answerSchema.parse(await (await fetch(`${url}/api/status`)).json());
      const isRead = (source: string) =>
        data.sources.some(({ id, state }) => id === source && state === 'ok');
      return isRead('kubernetes') && isRead('istiod') ? data : undefined;
    },
    { what: 'the cluster has been read', withinMs: 10_000 },
  );
  expect(status).toMatchObject({ mode: 'cluster', cluster: 'Kubernetes' });
  expect(status.sources.map(({ id, address }) => ({ id, address }))).toEqual([
    { id: 'prometheus', address: prometheus.url },
    { id: 'kubernetes', address: api.url },
    { id: 'istiod', address: 'istio-system/istiod-nzq5g7tk5w-9wgnl:15014, by port-forward' },
    { id: 'proxies', address: 'pods, by port-forward' },
    { id: 'traces', address: undefined },
    { id: 'grafana', address: undefined },
  ]);

  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
