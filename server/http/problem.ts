import type { Problem } from '#lib/contract/envelope.ts';
import { problemByCode, ViglaError } from '#server/errors.ts';

/** The RFC 9457 answer to an error; anything but a ViglaError is told as `internal`, without its words. */
export function problemOf(error: unknown): Problem {
  const known =
    error instanceof ViglaError
      ? error
      : new ViglaError('internal', 'Something failed inside Vigla; its log has the cause.');
  const { status, title } = problemByCode[known.code];
  return {
    type: `urn:vigla:problem:${known.code}`,
    status,
    title,
    detail: known.message,
    code: known.code,
    ...(known.parameter === undefined ? {} : { parameter: known.parameter }),
    ...(known.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: known.retryAfterSeconds }),
  };
}

export function problemResponse(error: unknown): Response {
  const problem = problemOf(error);
  const { status, retryAfterSeconds } = problem;
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}
