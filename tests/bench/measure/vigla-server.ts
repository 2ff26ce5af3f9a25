import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '#tests/support/free-port.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const standaloneServer = fileURLToPath(new URL('../../../.next/standalone/server.js', import.meta.url));

export type ViglaServer = { url: string; residentMb(): number; stop(): Promise<void> };

/** Starts the built server with an environment, and waits until it can serve pages. */
export async function startVigla(environment: Record<string, string>): Promise<ViglaServer> {
  const port = await findFreePort();
  const child = spawn(process.execPath, ['--max-semi-space-size=16', standaloneServer], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VIGLA_LOG_LEVEL: 'error',
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await waitUntil(async () => (await fetch(`${url}/readyz`)).ok, {
    what: `Vigla answers on ${url}`,
    withinMs: 60_000,
  });
  return {
    url,
    residentMb() {
      const [, kilobytes = '0'] =
        /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1000;
    },
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
