import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { ProxyStats, ProxyStatsQuery } from '#lib/contract/proxy-stats.ts';
import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';
import { messageOf } from '#server/errors.ts';
import { findEnvoy } from '#server/mesh/proxy/find-envoy.ts';
import { envoyOf } from '#server/mesh/proxy/load-envoy.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { proxyFacts, runtimeOf } from './proxy-facts.ts';
import { statsJob } from './stats-job.ts';

/**
 * What a proxy and its agent count, with what is known about each number, and what the proxy says of itself. Parts that
 * did not come are warnings.
 * @throws ViglaError `not_found`, `bad_parameter` as `findEnvoy`; `source_*` where Envoy's own statistics did not come
 */
export async function loadStats(query: ProxyStatsQuery, context: LoadContext): Promise<Answer<ProxyStats>> {
  const { namespace, pod, filter, unused } = query;
  const { sources, signal } = context;
  findEnvoy(await sources.objects.snapshot(signal), { namespace, pod });
  const envoy = envoyOf(sources);
  const ask = (question: AdminQuestion) => envoy.admin({ namespace, pod }, question, signal);
  const own = await ask({ path: 'stats/prometheus', parameters: unused ? {} : { usedonly: '' } });
  const warnings: Warning[] = [];
  const orWarning = async (question: AdminQuestion) => {
    try {
      return await ask(question);
    } catch (error) {
      signal.throwIfAborted();
      const message = `${question.path} did not come: ${messageOf(error)}`;
      warnings.push({ code: 'part_missing', source: 'envoy', message });
      return undefined;
    }
  };
  const agent = await orWarning({ path: 'agent/stats/prometheus' });
  const read = await runJob(statsJob, {
    inputs: [own, agent ?? new Uint8Array()],
    parameters: { filter, unused },
    signal,
  });
  const jsonOrWarning = async (path: 'server_info' | 'memory' | 'runtime'): Promise<unknown> => {
    const text = textOf(await orWarning({ path }));
    try {
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      const message = `${path} did not come whole: what Envoy sent is no JSON.`;
      warnings.push({ code: 'part_missing', source: 'envoy', message });
      return undefined;
    }
  };
  const answers = {
    serverInfo: await jsonOrWarning('server_info'),
    memory: await jsonOrWarning('memory'),
    runtime: await jsonOrWarning('runtime'),
    ready: textOf(await orWarning({ path: 'ready' })),
  };
  const { problems, ...data } = read;
  for (const message of problems) warnings.push({ code: 'unreadable_lines', source: 'envoy', message });
  return { data: { facts: proxyFacts(answers), runtime: runtimeOf(answers), ...data }, warnings };
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes);
}
