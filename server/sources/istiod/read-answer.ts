import type { IstiodFailure, IstiodQuestion } from '#lib/proxy/istiod-endpoints.ts';
import { istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { StreamAnswer } from '#server/sources/observed/ask-over-stream.ts';
import { failureClass } from '#server/sources/observed/failure-class.ts';

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
  if (status === 200) return isPage(body) ? notIstiod(endpoint) : undefined;
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

/** Nothing that istiod says begins so. */
function isPage(body: Uint8Array): boolean {
  return new TextDecoder().decode(body.subarray(0, 20)).trimStart().startsWith('<');
}

function notIstiod(endpoint: IstiodQuestion['endpoint']): IstiodFailure {
  const message = `answers ${istiodEndpoints[endpoint].path} with a page, so it is something else.`;
  return { code: 'failed', message, class: 'notThis' };
}

/** A proxy that a replica does not know, which is nothing wrong where there are several. */
export function notConnected(proxyId: string): IstiodFailure {
  const message = `knows no proxy ${proxyId}; it is not connected to this replica.`;
  return { code: 'not_connected', message };
}

const byStatus: Readonly<Record<number, (path: string) => IstiodFailure>> = {
  401: (path) => ({
    code: 'unauthorized',
    class: 'unauthorized',
    message: `wants to know who asks for ${path} (401): it takes this question only from its own pod or with a token.`,
  }),
  403: (path) => ({
    code: 'forbidden',
    class: 'forbidden',
    message: `does not answer ${path} for this caller (403): it takes this question only from namespaces in its DEBUG_ENDPOINT_AUTH_ALLOWED_NAMESPACES.`,
  }),
  404: (path) => ({
    code: 'no_such_endpoint',
    class: 'notFound',
    message: `has no ${path}: its version does not know it, or ENABLE_DEBUG_ON_HTTP is off.`,
  }),
};

/** The failure that something thrown on the way to istiod stands for. */
export function failureOfError(error: unknown): IstiodFailure {
  if (error instanceof Refusal) return error.failure;
  const code = error instanceof ViglaError ? (codes[error.code] ?? 'failed') : 'failed';
  const found = failureClass(error);
  return { code, message: messageOf(error), ...(found !== undefined && { class: found }) };
}

const codes: Readonly<Partial<Record<ViglaError['code'], IstiodFailure['code']>>> = {
  forbidden: 'forbidden',
  not_found: 'unreachable',
  source_unreachable: 'unreachable',
  source_timeout: 'timeout',
};
