import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../../server/cli/project.js';

const heartbeatMs = 20_000;

/** Where Go's own installer puts it, which is often not on the path. */
const goFolder = '/usr/local/go/bin';

/** Commands of the installed packages, the pinned Node among them, come before those of the machine. */
export const environment = {
  ...process.env,
  PATH: [join(projectRoot, 'node_modules', '.bin'), process.env.PATH, goFolder].join(delimiter),
};

export function secondsSince(startedAt) {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

/**
 * Runs a command, says when it begins, goes on and ends, and shows its output only when it failed, so that steps may
 * run side by side.
 * @param {{ name: string, command: string, args: readonly string[], cwd?: string, env?: object }} step
 * @returns {Promise<{ name: string, isOk: boolean, output: string }>}
 */
export function runStep({ name, command, args, cwd = projectRoot, env = {} }) {
  const startedAt = performance.now();
  console.log(`  ${name} …`);
  const heartbeat = setInterval(() => console.log(`  ${name} … ${secondsSince(startedAt)} s`), heartbeatMs);
  const child = spawn(command, args, {
    cwd,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    const end = (isOk) => {
      clearInterval(heartbeat);
      console.log(`  ${name}: ${isOk ? 'ok' : 'FAILED'} in ${secondsSince(startedAt)} s`);
      if (!isOk) console.log(output);
      resolve({ name, isOk, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
