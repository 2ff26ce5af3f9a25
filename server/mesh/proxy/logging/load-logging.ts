import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { ProxyLogging, ProxyLoggingBody, ProxyLoggingQuery } from '#lib/contract/proxy-logging.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import { envoyOf } from '#server/mesh/proxy/load-envoy.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { loggingOf, readOnlyReason } from './logging-of.ts';
import { parseLevels } from './parse-levels.ts';
import { startLevels } from './start-levels.ts';

/**
 * The levels of a proxy's loggers, and whether they may be changed from here.
 * @throws ViglaError `not_found` for no such pod, no proxy in it or no way to it; `source_*`
 */
export async function loadLogging(
  query: ProxyLoggingQuery,
  context: LoadContext,
): Promise<Answer<ProxyLogging>> {
  const bytes = await envoyOf(context.sources).admin(nameOf(query), { path: 'logging' }, context.signal);
  return answerOf(bytes, query, context);
}

/**
 * Sets the level of one logger, or of all, and gives the levels afterwards.
 * @throws ViglaError `forbidden` where this installation only reads; `bad_parameter` for an unknown level or logger
 */
export async function changeLogging(
  query: ProxyLoggingQuery,
  change: ProxyLoggingBody,
  context: LoadContext,
): Promise<Answer<ProxyLogging>> {
  const envoy = envoyOf(context.sources);
  if (envoy.setLogLevel === undefined) throw new ViglaError('forbidden', readOnlyReason);
  findProxy(await context.sources.objects.snapshot(context.signal), query);
  await envoy.setLogLevel(nameOf(query), change, context.signal);
  // Asked anew: ztunnel and older Envoys answer a change in words of their own.
  const bytes = await envoy.admin(nameOf(query), { path: 'logging' }, context.signal);
  return answerOf(bytes, query, context);
}

function nameOf({ namespace, pod }: ProxyLoggingQuery): { namespace: string; pod: string } {
  return { namespace, pod };
}

async function answerOf(
  bytes: Uint8Array,
  query: ProxyLoggingQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<ProxyLogging>> {
  const proxy = findProxy(await sources.objects.snapshot(signal), query);
  const levels = parseLevels(new TextDecoder().decode(bytes));
  const envoy = envoyOf(sources);
  const warnings: Warning[] = [];
  let serverInfo: unknown;
  if (proxy.type !== 'ztunnel') {
    try {
      const answer = await envoy.admin(nameOf(query), { path: 'server_info' }, signal);
      serverInfo = JSON.parse(new TextDecoder().decode(answer));
    } catch (error) {
      signal.throwIfAborted();
      const message = `What the levels were at the start is not known: ${messageOf(error)}`;
      warnings.push({ code: 'part_missing', source: 'envoy', message });
    }
  }
  const isWritable = envoy.setLogLevel !== undefined;
  return {
    data: loggingOf({ proxy, levels, startLevelOf: startLevels(serverInfo), isWritable }),
    warnings,
  };
}
