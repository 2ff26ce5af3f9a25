import type { AccessLog, LogLevel } from '#lib/contract/logs.ts';

/** Flags of a connection that came to nothing. */
const broken = new Set(['UF', 'UH', 'NR', 'NC', 'URX', 'UO', 'NFCF', 'DPE', 'UPE', 'DF', 'OM']);

/**
 * A failing answer or none at all is an error, what the caller did wrong a warning. TCP has no codes: there flags and
 * termination details decide.
 */
export function levelOfAccess(access: AccessLog): LogLevel {
  const { responseCode, responseFlags } = access;
  if (isTcp(access)) {
    if (responseFlags.some((flag) => broken.has(flag))) return 'error';
    return responseFlags.length > 0 || access.connectionTerminationDetails !== undefined ? 'warning' : 'info';
  }
  if (responseCode === undefined) return responseFlags.length > 0 ? 'error' : 'unknown';
  if (responseCode === 0 || responseCode >= 500) return 'error';
  return responseCode >= 400 ? 'warning' : 'info';
}

/** A connection that Envoy passed on without looking for requests in it. */
export function isTcp({ method, responseCode }: AccessLog): boolean {
  return method === undefined && (responseCode === undefined || responseCode === 0);
}
