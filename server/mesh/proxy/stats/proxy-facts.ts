import type { ProxyFact, ProxyStats } from '#lib/contract/proxy-stats.ts';
import { formatDuration } from '#lib/duration.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { at, isObject, numberAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';

export type FactAnswers = { serverInfo?: unknown; memory?: unknown; runtime?: unknown; ready?: string };

/** What a proxy says of itself in `/server_info`, `/memory` and `/ready`, in words. What is missing is left out. */
export function proxyFacts({ serverInfo, memory, ready }: FactAnswers): ProxyFact[] {
  const state = textAt(serverInfo, 'state');
  const version = textAt(serverInfo, 'version');
  const uptime = secondsOf(textAt(serverInfo, 'uptime_all_epochs'));
  const options = at(serverInfo, 'command_line_options');
  const facts: (ProxyFact | undefined)[] = [
    fact('State', state, state === 'LIVE' ? undefined : 'degraded'),
    fact('Ready', ready?.trim() === state ? undefined : ready?.trim(), 'degraded'),
    fact('Envoy', version === undefined ? undefined : versionText(version)),
    fact('Uptime', uptime === undefined ? undefined : formatDuration(uptime)),
    fact('Memory', memoryText(memory)),
    fact('Worker threads', numberAt(options, 'concurrency')?.toString()),
    fact('Log level at start', levelText(options)),
  ];
  return facts.filter((entry) => entry !== undefined);
}

/** Feature flags that differ from what this Envoy was built with: the value in force of each that some layer sets. */
export function runtimeOf({ runtime }: FactAnswers): ProxyStats['runtime'] {
  const entries = at(runtime, 'entries');
  if (!isObject(entries)) return [];
  return Object.entries(entries).map(([key, entry]) => ({
    key,
    value:
      textAt(entry, 'final_value') ?? textsAt(entry, 'layer_values').findLast((text) => text !== '') ?? '',
  }));
}

function fact(title: string, text: string | undefined, status?: ProxyFact['status']): ProxyFact | undefined {
  if (text === undefined || text === '') return undefined;
  return status === undefined ? { title, text } : { title, text, status };
}

/** `<commit>/1.40.0/Clean/RELEASE/BoringSSL`. */
function versionText(version: string): string {
  const [commit = '', number, state, build] = version.split('/');
  return number === undefined ? version : `${number} (${[commit.slice(0, 8), state, build].join(', ')})`;
}

/** Protobuf writes a duration as `140s`. */
function secondsOf(text: string | undefined): number | undefined {
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(text ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

function memoryText(memory: unknown): string | undefined {
  const used = numberAt(memory, 'allocated');
  const kept = numberAt(memory, 'heap_size');
  if (used === undefined) return undefined;
  return kept === undefined ? formatBytes(used) : `${formatBytes(used)} used of ${formatBytes(kept)}`;
}

function levelText(options: unknown): string | undefined {
  const level = textAt(options, 'log_level');
  const components = textAt(options, 'component_log_level') ?? '';
  return level === undefined || components === '' ? level : `${level}, ${components.replaceAll(':', ' ')}`;
}
