import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '#server/config.ts';
import { logger } from '#server/telemetry.ts';
import { closeServers } from './http-servers.ts';
import { beginStop } from './stopping.ts';

type Times = Pick<Config, 'VIGLA_STOP_DELAY' | 'VIGLA_STOP_TIMEOUT'>;

/** A terminal sends one to every process of the command, and each hands it on to those below. */
const sameSignalMs = 1_000;

/** Ends the process in peace at the first signal, and at once at the second. */
export function stopOnSignal(times: Times): void {
  let sinceMs: number | undefined;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    // The framework's own would wait for streams without end.
    process.removeAllListeners(name);
    process.on(name, () => {
      if (sinceMs === undefined) {
        sinceMs = performance.now();
        void stop(times);
      } else if (performance.now() - sinceMs > sameSignalMs) process.exit(128 + constants.signals[name]);
    });
  }
}

async function stop({ VIGLA_STOP_DELAY: delayMs = 0, VIGLA_STOP_TIMEOUT: timeoutMs }: Times): Promise<void> {
  logger().info({ delayMs, timeoutMs }, 'stopping');
  beginStop();
  await sleep(delayMs);
  const isInTime = await closeServers(timeoutMs);
  if (isInTime) logger().info('stopped');
  else logger().warn({ timeoutMs }, 'stopped: requests that still ran were cut off');
  process.exit(0);
}
