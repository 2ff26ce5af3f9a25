import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../server/cli/project.js';

const startLimitMs = 60_000;

/**
 * Starts the demo as `npm run demo` does, on a free port where none is given, and with more in its environment; its log goes to
 * tests/results.
 * @param {{ name?: string, environment?: Record<string, string>, port?: number }} [options]
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startDemoServer({ name = 'e2e-server', environment = {}, port = 0 } = {}) {
  const results = join(projectRoot, 'tests', 'results');
  mkdirSync(results, { recursive: true });
  const log = createWriteStream(join(results, `${name}.log`));
  const child = spawn(process.execPath, [join(projectRoot, 'server', 'cli', 'demo.js')], {
    env: { ...process.env, ...environment, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  const url = await new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`The demo does not become ready: see tests/results/${name}.log`));
    const limit = setTimeout(() => stop().then(fail), startLimitMs);
    let text = '';
    child.on('exit', fail);
    child.stderr.pipe(log);
    child.stdout.setEncoding('utf8').on('data', (part) => {
      log.write(part);
      text += part;
      // The line that the demo prints once it is ready.
      const [, found] = /recorded mesh: (http\S+)/.exec(text) ?? [];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    });
  });
  return { url, stop };
}
