import { ViglaError } from '#server/errors.ts';

/** A logger and its level, as the proxy writes them. */
export type LoggerLevel = { name: string; level: string };

/** What ztunnel's level of everything else is called here. */
export const everythingElse = '(all others)';

/**
 * Envoy's answer to `/logging`, a line a logger, or ztunnel's: `current log level is hickory_server::server=off,info`.
 * @throws ViglaError `source_failed` for an answer that is neither
 */
export function parseLevels(text: string): LoggerLevel[] {
  const [, directives] = /current log level is\s+(\S+)/.exec(text) ?? [];
  if (directives !== undefined) return directives.split(',').map(directiveOf);
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^active loggers:/.test(line));
  const levels = lines.map((line) => /^\s*([\w.-]+):\s*(\w+)\s*$/.exec(line));
  const [unread] = lines.filter((_, index) => levels[index] === null);
  if (lines.length === 0 || unread !== undefined)
    throw new ViglaError(
      'source_failed',
      `The proxy's list of log levels could not be read: ${unread?.trim().slice(0, 120) ?? 'it is empty'}`,
    );
  return levels.map((parts) => ({ name: parts?.[1] ?? '', level: parts?.[2] ?? '' }));
}

function directiveOf(text: string): LoggerLevel {
  const [name, level] = text.split('=');
  return level === undefined ? { name: everythingElse, level: name ?? '' } : { name: name ?? '', level };
}
