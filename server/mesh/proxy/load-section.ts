import type { Answer } from '#lib/contract/envelope.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { ClusterRow, ListenerRow, RouteRow, SectionQuery } from '#lib/contract/proxy-sections.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import type { DumpSection } from './dump/dump.ts';
import type { DumpJob } from './dump-job.ts';
import { findEnvoy } from './find-envoy.ts';
import { linksInTurns } from './links-in-turns.ts';
import { loadReading } from './load-reading.ts';
import { sectionWarnings } from './section-warnings.ts';
import { clustersJob } from './sections/clusters/clusters-job.ts';
import { listenersJob } from './sections/listeners/listeners-job.ts';
import { routesJob } from './sections/routes/routes-job.ts';
import type { SectionParameters } from './sections/section-job.ts';
import type { SectionRows } from './sections/section-rows.ts';

export const loadClusters = sectionLoader<ClusterRow>('clusters', clustersJob);
export const loadListeners = sectionLoader<ListenerRow>('listeners', listenersJob);
export const loadRoutes = sectionLoader<RouteRow>('routes', routesJob);

type SectionRow = { links: ProxyLink[]; state: string; errorState?: { details: string } | undefined };
type Section<Row> = {
  rows: (Omit<Row, 'links'> & Pick<SectionRow, 'links'>)[];
  unknown: { type: string; path: string }[];
  problems: string[];
  readAt: string;
  byteCount: number;
};

/**
 * One section of an Envoy's configuration as rows, with the objects behind them.
 * @throws ViglaError `not_found` for no such pod, no proxy in it or no way to it; `bad_parameter` for a proxy that is no
 * Envoy; `source_failed`, `too_large` …
 */
function sectionLoader<Row extends SectionRow>(
  section: DumpSection,
  job: DumpJob<SectionParameters, SectionRows<Row>>,
): (query: SectionQuery, context: LoadContext) => Promise<Answer<Section<Row>>> {
  return async ({ namespace, pod }, context) => {
    const { sources, signal } = context;
    const { objects, rootNamespace } = await sources.objects.snapshot(signal);
    const proxy = findEnvoy(objects, { namespace, pod });
    const dump = await loadReading({ namespace, pod }, section, context);
    const parameters = { nowMs: sources.now(), shiftMs: sources.recordedShiftMs ?? 0 };
    const read = await runJob(job, { inputs: [dump.bytes], parameters, signal });
    const links = await linksInTurns(section, read.origins, { objects, rootNamespace, proxy });
    return {
      data: {
        rows: read.rows.map((row, index) => ({ ...row, links: links[index] ?? [] })),
        unknown: read.unknown,
        problems: read.problems,
        readAt: new Date(dump.readAtMs).toISOString(),
        byteCount: dump.bytes.length,
      },
      warnings: sectionWarnings(section, read),
    };
  };
}
