import { objectAt, textAt } from '#server/mesh/proxy/json/json.ts';

/**
 * The level that a logger had when the proxy started, by its name: `--log-level`, and `--component-log-level` for some.
 * Undefined where the answer of `/server_info` does not say.
 */
export function startLevels(serverInfo: unknown): ((logger: string) => string) | undefined {
  const options = objectAt(serverInfo, 'command_line_options');
  const level = textAt(options, 'log_level');
  if (level === undefined) return undefined;
  const byLogger = new Map(
    (textAt(options, 'component_log_level') ?? '')
      .split(',')
      .filter((pair) => pair.includes(':'))
      .map((pair): [string, string] => {
        const [logger = '', own = ''] = pair.split(':');
        return [logger.trim(), fullName(own.trim())];
      }),
  );
  return (logger) => byLogger.get(logger) ?? fullName(level);
}

/** Envoy takes `warn` and writes `warning`. */
function fullName(level: string): string {
  return level === 'warn' ? 'warning' : level;
}
