import { createHash } from 'node:crypto';

/** Whether an `If-None-Match` header names this tag. */
function isKnown(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match');
  return given?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
}

/** An answer as JSON, with the tag that its text has. */
export type WrittenAnswer = { text: string; etag: string };

export function writeAnswer(body: unknown): WrittenAnswer {
  const text = JSON.stringify(body);
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
}

/**
 * A JSON answer with an ETag over its text: 304 when the caller has it already. The framework compresses it on its way
 * out (see plain-content-type.ts); a `content-encoding` set here would be dropped.
 */
export function sendAnswer(request: Request, { text, etag }: WrittenAnswer): Response {
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
}

export async function jsonResponse(request: Request, body: unknown): Promise<Response> {
  return sendAnswer(request, writeAnswer(body));
}
