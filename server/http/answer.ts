import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const gzipOffThread = promisify(gzip);
const worthCompressingBytes = 1400;

/** Whether an `If-None-Match` header names this tag. */
function isKnown(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match');
  return given?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}

/** A JSON answer with a strong ETag over its bytes: 304 when the caller has them already, gzip when that pays. */
export async function jsonResponse(request: Request, body: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  const accepts = request.headers.get('accept-encoding')?.includes('gzip') ?? false;
  if (!accepts || text.length < worthCompressingBytes) {
    return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
  }
  const packed = await gzipOffThread(text, { level: constants.Z_DEFAULT_COMPRESSION });
  return new Response(new Uint8Array(packed), {
    headers: { ...headers, 'content-type': 'application/json', 'content-encoding': 'gzip' },
  });
}
