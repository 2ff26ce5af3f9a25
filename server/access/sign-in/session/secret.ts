import { randomBytes } from 'node:crypto';
import type { Config } from '#server/config.ts';
import { logger } from '#server/telemetry.ts';

/** What session cookies are encrypted with: as configured, else of this process alone. */
export function sessionSecret({ VIGLA_SESSION_KEY: configured }: Pick<Config, 'VIGLA_SESSION_KEY'>): string {
  if (configured !== undefined) return configured;
  logger().warn(
    'VIGLA_SESSION_KEY is not set: sessions end with this process, and several replicas need one key',
  );
  return randomBytes(32).toString('base64');
}
