import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import { buildKubeapi } from './kubeapi-build.ts';
import { sharedFolder } from './shared-folder.ts';
import { waitUntil } from './wait-until.ts';

export const bookinfoFolder = join(sharedFolder, 'recordings', 'bookinfo');

export type KubeapiOptions = {
  /** Files or folders of objects; by default those of the recorded mesh. */
  load?: readonly string[];
  /** More flags, e.g. `-rbac`. */
  flags?: readonly string[];
  port?: number;
  /** `https` goes with `-tls-cert` and `-tls-key`. */
  scheme?: 'http' | 'https';
};

export type Kubeapi = {
  url: string;
  /** Path of a kubeconfig for this server. */
  kubeconfig: string;
  /** Ends the process; the same port may then be given to the next one. */
  stop(): Promise<void>;
};

/** Starts a Kubernetes API server in memory that serves the recorded objects, and waits until it answers. */
export async function startKubeapi(options: KubeapiOptions = {}): Promise<Kubeapi> {
  const program = await buildKubeapi();
  const port = options.port ?? (await findFreePort());
  const load = options.load ?? [join(bookinfoFolder, 'kubernetes')];
  const flags = ['-logs', join(bookinfoFolder, 'logs'), '-replay', bookinfoFolder, ...(options.flags ?? [])];
  const child = spawn(program, ['-listen', `127.0.0.1:${port}`, '-load', load.join(','), ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let messages = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text;
  });
  const exited = once(child, 'exit');
  const url = `${options.scheme ?? 'http'}://127.0.0.1:${port}`;
  try {
    await waitUntil(
      async () => {
        if (child.exitCode !== null) throw new Error(messages);
        return isListening(port);
      },
      { what: `kubeapi answers on ${url}`, withinMs: 20_000 },
    );
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url,
    kubeconfig: writeKubeconfig(url),
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Whether something takes connections there; a server that speaks TLS would not take a plain request. */
function isListening(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: '127.0.0.1', port });
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}

/** A kubeconfig with one context, `recorded`, for a server that may speak plain HTTP. */
export function writeKubeconfig(url: string, options: { token?: string } = {}): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-kubeconfig-')), 'config');
  const user = options.token === undefined ? {} : { token: options.token };
  writeFileSync(
    file,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'recorded', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'recorded', user }],
      contexts: [{ name: 'recorded', context: { cluster: 'recorded', user: 'recorded' } }],
      'current-context': 'recorded',
    }),
  );
  return file;
}
