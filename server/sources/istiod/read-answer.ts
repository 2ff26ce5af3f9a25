import type { IstiodFailure, IstiodQuestion } from '#lib/proxy/istiod-endpoints.ts';
import { istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { StreamAnswer } from '#server/sources/observed/ask-over-stream.ts';

/** An answer that stands for a refusal, with what kind it is. */
export class Refusal extends ViglaError {
  static override [Symbol.hasInstance](value: unknown): value is Refusal {
    return value instanceof ViglaError && 'failure' in value;
  }

  readonly failure: IstiodFailure;

  constructor(failure: IstiodFailure) {
    super('source_failed', failure.message);
    this.failure = failure;
  }
}

/**
 * The failure that an answer of istiod stands for; undefined for one with content. A missing proxy and a missing
 * endpoint are both 404 and differ in their words alone.
 * Source: `pilot/pkg/xds/debug.go`, Go's `http.NotFound`.
 */
export function failureOf(
  { status, body }: StreamAnswer,
  { endpoint, parameters }: IstiodQuestion,
): IstiodFailure | undefined {
  if (status === 200) return undefined;
  const said = new TextDecoder().decode(body.subarray(0, 200)).trim().split('\n')[0] ?? '';
  const { path } = istiodEndpoints[endpoint];
  if (status === 404 && /not connected/i.test(said)) return notConnected(parameters?.proxyID ?? '');
  return (
    byStatus[status]?.(path) ?? {
      code: 'failed',
      message: `answered ${path} with ${status}: ${said || 'nothing'}.`,
    }
  );
}

/** A proxy that a replica does not know, which is nothing wrong where there are several. */
export function notConnected(proxyId: string): IstiodFailure {
  const message = `knows no proxy ${proxyId}; it is not connected to this replica.`;
  return { code: 'not_connected', message };
}

const byStatus: Readonly<Record<number, (path: string) => IstiodFailure>> = {
  401: (path) => ({
    code: 'unauthorized',
    message: `wants to know who asks for ${path} (401): it takes this question only from its own pod or with a token.`,
  }),
  403: (path) => ({
    code: 'forbidden',
    message: `does not answer ${path} for this caller (403): it takes this question only from namespaces in its DEBUG_ENDPOINT_AUTH_ALLOWED_NAMESPACES.`,
  }),
  404: (path) => ({
    code: 'no_such_endpoint',
    message: `has no ${path}: its version does not know it, or ENABLE_DEBUG_ON_HTTP is off.`,
  }),
};

/** The failure that something thrown on the way to istiod stands for. */
export function failureOfError(error: unknown): IstiodFailure {
  if (error instanceof Refusal) return error.failure;
  const code = error instanceof ViglaError ? (codes[error.code] ?? 'failed') : 'failed';
  return { code, message: messageOf(error) };
}

const codes: Readonly<Partial<Record<ViglaError['code'], IstiodFailure['code']>>> = {
  forbidden: 'forbidden',
  not_found: 'unreachable',
  source_unreachable: 'unreachable',
  source_timeout: 'timeout',
};
