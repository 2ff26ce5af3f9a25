import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseAddress } from './address.js';
import { pinnedNode, serverArguments, standaloneFolder } from './project.js';

/** The server ends by itself after a signal, and at once after a second one; one that does not even do that is ended. */
const graceMs = 3_000;
const sameSignalMs = 1_000;

/**
 * Runs the built server until it ends or a signal comes, and ends the process with its exit code.
 * @param {{ environment?: Record<string, string>, title: string, node?: string }} options
 */
export async function serve({ environment = {}, title, node = pinnedNode }) {
  const address = await chooseAddress();
  if ('problem' in address) {
    console.error(address.problem);
    process.exit(1);
  }
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    // The server works in its own folder; names of files are relative to the user's, which npm keeps.
    VIGLA_STARTED_IN: process.env.INIT_CWD ?? process.cwd(),
    ...environment,
    HOSTNAME: address.host,
    PORT: String(address.port),
  };
  const child = spawn(node, serverArguments, {
    env,
    stdio: 'inherit',
  });
  let stoppingSinceMs;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      child.kill(signal);
      stoppingSinceMs ??= performance.now();
      // A terminal sends it to every process of the command, and npm hands it on once more.
      if (performance.now() - stoppingSinceMs > sameSignalMs)
        setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    });
  }
  child.on('error', (error) => {
    console.error(`The server cannot be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
  await untilReady(address.url);
  console.log(`\n  ${title}: ${address.url}${await basePathOf(env)}\n`);
}

/** As the server itself finds it (server/base-path). */
async function basePathOf(environment) {
  const file = pathToFileURL(join(standaloneFolder, 'base-path', 'given-base-path.js'));
  const { givenBasePath } = await import(file.href);
  return givenBasePath(environment, standaloneFolder);
}

/** The server's own end ends this process, so there is no other limit here. */
async function untilReady(url) {
  for (;;) {
    try {
      const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) });
      await answer.body?.cancel();
      if (answer.status === 200) return;
    } catch {
      // It does not listen yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
