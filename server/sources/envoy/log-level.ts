import { ViglaError } from '#server/errors.ts';

const envoyLevels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
const ztunnelLevels = ['trace', 'debug', 'info', 'warn', 'error', 'off'];

/** Envoy's loggers are words; ztunnel's are Rust modules such as `hickory_server::server`. */
const envoyLogger = /^[a-z0-9_]+$/;
const ztunnelLogger = /^\w+(::\w+)*$/;
/** Names with a meaning of their own in the same place. */
const reserved = ['level', 'paths', 'reset'];

type Change = { logger?: string | undefined; level: string };

/**
 * The path of a POST that sets the level of one logger or of all.
 * Source: Envoy's administration interface (`/logging`), ztunnel's `admin.rs`.
 * @throws ViglaError `bad_parameter` for a level or a logger that is none
 */
export function logLevelPath({ logger, level }: Change, isZtunnel: boolean): string {
  const levels = isZtunnel ? ztunnelLevels : envoyLevels;
  if (!levels.includes(level))
    throw wrong('level', `"${level}" is no level; it is one of ${levels.join(', ')}.`);
  if (logger === undefined) return `/logging?level=${level}`;
  if (!(isZtunnel ? ztunnelLogger : envoyLogger).test(logger) || reserved.includes(logger))
    throw wrong('logger', `"${logger}" is no logger; the list of log levels names them.`);
  return isZtunnel ? `/logging?level=${logger}:${level}` : `/logging?${logger}=${level}`;
}

function wrong(parameter: string, text: string): ViglaError {
  return new ViglaError('bad_parameter', text, { parameter });
}
