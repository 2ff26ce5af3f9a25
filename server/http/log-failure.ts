import { problemByCode, ViglaError } from '#server/errors.ts';
import { logger } from '#server/telemetry.ts';

/** What the caller did wrong is theirs to read; what a source or Vigla did wrong is also for whoever runs it. */
export function logFailure(error: unknown, path: string): void {
  if (isGone(error)) return;
  if (!(error instanceof ViglaError)) logger().error({ err: error, path }, 'request failed');
  else if (problemByCode[error.code].status >= 500)
    logger().warn({ err: error, path }, 'request not answered');
}

/** The reader left before the answer came: nobody's fault. The second is the framework's name for it. */
function isGone(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'ResponseAborted');
}
