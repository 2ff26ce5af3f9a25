import { formatBytes } from '#lib/format-bytes.ts';
import { ViglaError } from '#server/errors.ts';

/**
 * The bytes of a request's body, read as they come and no further than allowed.
 * @throws ViglaError `too_large`, or `bad_parameter` for an empty one
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const told = Number(request.headers.get('content-length') ?? 0);
  if (told > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of request.body ?? []) {
    byteCount += chunk.length;
    if (byteCount > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  if (byteCount === 0)
    throw new ViglaError('bad_parameter', 'The request has no body.', { parameter: 'body' });
  return Buffer.concat(chunks, byteCount);
}

function tooLarge(maxBytes: number): ViglaError {
  return new ViglaError(
    'too_large',
    `The body is larger than ${formatBytes(maxBytes)}, the most that is read.`,
  );
}
