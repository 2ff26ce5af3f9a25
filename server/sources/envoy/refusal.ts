import { ViglaError } from '#server/errors.ts';
import type { StreamAnswer } from '#server/sources/observed/ask-over-stream.ts';

/** What an answer without content says, in the proxy's own first words. */
export function refusal(
  { status, body }: StreamAnswer,
  { name, path }: { name: string; path: string },
): ViglaError {
  const said = new TextDecoder().decode(body.subarray(0, 200)).trim().split('\n')[0];
  const { pathname } = new URL(path, 'http://proxy');
  if (status === 404)
    return new ViglaError(
      'not_found',
      `The proxy of pod ${name} has no ${pathname}: ${said || 'status 404'}.`,
    );
  return new ViglaError(
    'source_failed',
    `The proxy of pod ${name} answered ${pathname} with ${status}: ${said || 'nothing'}.`,
  );
}
