import type { Warning } from '#lib/contract/envelope.ts';

export function logsWarning(code: string, message: string): Warning {
  return { code, source: 'logs', message };
}

/** Said where this installation has no way to logs. */
export const noLogsMessage = 'This source has no logs of containers.';
