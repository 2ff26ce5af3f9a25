import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import { type StartedCommand, startCommand } from './started-command.ts';
import { waitUntil } from './wait-until.ts';

const start = join(import.meta.dirname, '..', '..', 'server', 'cli', 'start.js');

/** `npm start` with these variables, once it is ready; it builds first where there is no current build. */
export async function startVigla(
  environment: Record<string, string>,
): Promise<StartedCommand & { url: string }> {
  const port = await findFreePort();
  const { KUBECONFIG: _, PROMETHEUS_URL: __, VIGLA_MODE: ___, ...rest } = process.env;
  const command = startCommand(process.execPath, [start], {
    env: { ...rest, HOST: '127.0.0.1', PORT: String(port), VIGLA_LOG_LEVEL: 'info', ...environment },
  });
  const url = `http://127.0.0.1:${port}`;
  // The framework prints the address as soon as it listens; this line comes when it is ready.
  const isReady = () =>
    command
      .output()
      .split('\n')
      .some((line) => /^ +Vigla/.test(line) && line.endsWith(url));
  await waitUntil(isReady, { what: 'it is ready', withinMs: 100_000 }).catch((error: unknown) => {
    command.signal('SIGKILL');
    throw new Error(command.output(), { cause: error });
  });
  return { ...command, url };
}
