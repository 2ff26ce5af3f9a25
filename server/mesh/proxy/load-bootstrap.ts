import type { Answer } from '#lib/contract/envelope.ts';
import type { Bootstrap, SectionQuery } from '#lib/contract/proxy-sections.ts';
import { ViglaError } from '#server/errors.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { findEnvoy } from './find-envoy.ts';
import { linksOf } from './links/links-of.ts';
import { loadReading } from './load-reading.ts';
import { sectionWarnings } from './section-warnings.ts';
import { bootstrapJob } from './sections/bootstrap/bootstrap-job.ts';

/**
 * What an Envoy was started with, and the objects behind it.
 * @throws ViglaError as the sections do; `source_failed` where the dump has no bootstrap
 */
export async function loadBootstrap(
  { namespace, pod }: SectionQuery,
  context: LoadContext,
): Promise<Answer<Bootstrap>> {
  const { sources, signal, visibleNamespaces } = context;
  const snapshot = await sources.objects.snapshot(signal);
  const { objects, rootNamespace } = snapshot;
  const proxy = findEnvoy(snapshot, { namespace, pod });
  const dump = await loadReading({ namespace, pod }, 'bootstrap', context);
  const read = await runJob(bootstrapJob, { inputs: [dump.bytes], parameters: null, signal });
  if (read.bootstrap === undefined)
    throw new ViglaError('source_failed', "Envoy's configuration dump has no bootstrap. Ask again.");
  const [links = []] = linksOf('bootstrap', [read.origin], {
    objects,
    rootNamespace,
    proxy,
    visibleNamespaces,
  });
  return {
    data: { ...read.bootstrap, links, readAt: new Date(dump.readAtMs).toISOString() },
    warnings: sectionWarnings('bootstrap', { ...read, rows: [] }),
  };
}
