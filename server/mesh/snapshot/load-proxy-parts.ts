import type { AdminQuestion } from '#lib/proxy/admin-paths.ts';
import type { SnapshotLine } from '#lib/snapshot/parts.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import type { Collecting } from './collecting.ts';
import { loadIstiodDump } from './load-istiod-parts.ts';
import { redactAnswerJob } from './redact-answer-job.ts';

/** Every answer that a page of a proxy is made of, whole: sections are read out of the whole dump later. */
const questions: readonly AdminQuestion[] = [
  { path: 'config_dump', parameters: { include_eds: '' } },
  { path: 'clusters', parameters: { format: 'json' } },
  { path: 'certs' },
  { path: 'init_dump' },
  { path: 'stats/prometheus' },
  { path: 'agent/stats/prometheus' },
  { path: 'server_info' },
  { path: 'memory' },
  { path: 'runtime' },
  { path: 'ready' },
  { path: 'logging' },
];

/** What the chosen proxies answer, and what istiod has for each, without secrets. */
export async function* loadProxyParts(
  proxies: readonly ProxyName[],
  { missing }: Collecting,
  context: LoadContext,
): AsyncGenerator<SnapshotLine> {
  const {
    sources: { envoy, istiod },
    signal,
  } = context;
  for (const proxy of proxies) {
    for (const question of envoy === undefined ? [] : questions) {
      try {
        const bytes = await envoy?.admin(proxy, question, signal);
        const text = await runJob(redactAnswerJob, {
          inputs: bytes ? [bytes] : [],
          parameters: null,
          signal,
        });
        yield { part: 'proxy', ...proxy, path: question.path, text };
      } catch (error) {
        signal.throwIfAborted();
        missing.add('proxies', `${question.path} of ${proxy.namespace}/${proxy.pod}: ${messageOf(error)}`);
      }
    }
    const dump = istiod === undefined ? undefined : await loadIstiodDump(proxy, { missing }, context);
    if (dump !== undefined) yield dump;
  }
}
