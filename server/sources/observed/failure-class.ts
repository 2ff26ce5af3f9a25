import type { FailureClass } from '#lib/failure-class.ts';
import { ViglaError } from '#server/errors.ts';

/** Codes of Node's sockets, its TLS and its HTTP client; the first that fits counts. */
const byCode: readonly [RegExp, FailureClass][] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_)/, 'unknownHost'],
  [/^(EHOST|ENET|ETIMEDOUT|UND_ERR_CONNECT)/, 'unreachable'],
  [/^(EPROTO|ERR_SSL)/, 'noTls'],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'expired'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'otherHost'],
  [/CERT|^(UNABLE_TO_|DEPTH_ZERO)/, 'unknownAuthority'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)/, 'brokenOff'],
];

/** The class of a failure, found along its causes; undefined for one that no setting helps against. */
export function failureClass(error: unknown): FailureClass | undefined {
  let isTimeout = false;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ViglaError && cause.fault !== undefined) return cause.fault;
    if (cause instanceof ViglaError && cause.code === 'source_timeout') isTimeout = true;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const found = byCode.find(([pattern]) => pattern.test(code))?.[1];
    if (found !== undefined) return found;
  }
  return isTimeout ? 'timeout' : undefined;
}
