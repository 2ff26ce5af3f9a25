import { ViglaError } from '#server/errors.ts';

/**
 * The text of a body as it arrives, given up once it is longer than the limit.
 * @throws ViglaError `too_large` with `advice` behind what is too large
 */
export async function* boundedText(
  body: AsyncIterable<unknown>,
  { limitBytes, what, advice }: { limitBytes: number; what: string; advice: string },
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes += chunk.byteLength;
    if (bytes > limitBytes)
      throw new ViglaError('too_large', `${what} is larger than ${limitBytes / 1_000_000} MB. ${advice}`);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
