import { problemByCode, ViglaError } from '#server/errors.ts';
import { logger } from '#server/telemetry.ts';

/** What the caller did wrong is theirs to read; what a source or Vigla did wrong is also for whoever runs it. */
export function logFailure(error: unknown, path: string): void {
  if (!(error instanceof ViglaError)) logger().error({ err: error, path }, 'request failed');
  else if (problemByCode[error.code].status >= 500)
    logger().warn({ err: error, path }, 'request not answered');
}
