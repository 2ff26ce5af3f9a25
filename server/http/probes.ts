import { messageOf } from '#server/errors.ts';
import { getSources } from '#server/sources/sources.ts';
import { refuseWhileStopping } from './stop/stopping.ts';

function plain(text: string, status: number): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** `GET /healthz`: the process runs and answers. */
export function healthz(): Response {
  return plain('ok', 200);
}

/**
 * `GET /readyz`: pages can be served, and will be for a while. A source that is down does not take the whole page away, so
 * it does not count.
 */
export function readyz(): Response {
  try {
    refuseWhileStopping();
    getSources();
    return plain('ok', 200);
  } catch (error) {
    return plain(messageOf(error), 503);
  }
}
