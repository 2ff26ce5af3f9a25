import type { ProxyLogger, ProxyLogging } from '#lib/contract/proxy-logging.ts';
import { envoyLogLevels, ztunnelLogLevels } from '#lib/proxy/log-levels.ts';
import type { MeshProxy } from '#server/mesh/proxy/find-proxy.ts';
import { loggerNotes } from './logger-notes.ts';
import type { LoggerLevel } from './parse-levels.ts';

type Known = {
  proxy: Pick<MeshProxy, 'namespace' | 'name' | 'type'>;
  levels: readonly LoggerLevel[];
  startLevelOf: ((logger: string) => string) | undefined;
  isWritable: boolean;
};

/** The levels of a proxy's loggers: those first that were changed since it started, then those that people look for. */
export function loggingOf({ proxy, levels, startLevelOf, isWritable }: Known): ProxyLogging {
  const loggers = levels.map(({ name, level }): ProxyLogger => {
    const startLevel = startLevelOf?.(name);
    const isChanged = startLevel !== undefined && startLevel !== level;
    return { name, level, startLevel, isChanged, explanation: loggerNotes[name] };
  });
  const known = proxy.type === 'ztunnel' ? ztunnelLogLevels : envoyLogLevels;
  return {
    loggers: loggers.toSorted((left, right) => rankOf(left) - rankOf(right)),
    levels: [...known],
    counts: [...new Set(levels.map(({ level }) => level))].map((level) => ({
      level,
      count: levels.filter((other) => other.level === level).length,
    })),
    change: {
      isAllowed: isWritable,
      reason: isWritable ? undefined : readOnlyReason,
      command: commandOf(proxy),
    },
  };
}

function rankOf({ isChanged, explanation }: ProxyLogger): number {
  return isChanged ? 0 : explanation === undefined ? 2 : 1;
}

export const readOnlyReason =
  'This installation only reads. Vigla changes levels where it is started with VIGLA_WRITES=true.';

function commandOf({ namespace, name, type }: Known['proxy']): string {
  const kind = type === 'ztunnel' ? 'ztunnel-config' : 'proxy-config';
  return `istioctl ${kind} log ${name}.${namespace} --level `;
}
