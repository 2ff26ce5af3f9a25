import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pinnedNode, projectRoot, standaloneFolder } from '../../server/cli/project.js';

const startLimitMs = 60_000;

/**
 * Starts the built server in demo mode on a free port; its log goes to tests/results.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startDemoServer() {
  const port = await findFreePort();
  const results = join(projectRoot, 'tests', 'results');
  mkdirSync(results, { recursive: true });
  const log = createWriteStream(join(results, 'e2e-server.log'));
  const child = spawn(pinnedNode, [join(standaloneFolder, 'server.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VIGLA_MODE: 'demo',
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + startLimitMs;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error('The demo server does not become ready: see tests/results/e2e-server.log');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop };
}

async function isReady(url) {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
