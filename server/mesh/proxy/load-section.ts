import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type {
  ClusterRow,
  EcdsRow,
  EndpointRow,
  ListenerRow,
  RouteRow,
  SecretRow,
  SectionQuery,
} from '#lib/contract/proxy-sections.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import type { DumpSection } from './dump/dump.ts';
import type { DumpJob } from './dump-job.ts';
import { findEnvoy } from './find-envoy.ts';
import { type LinkedSection, linkedSection, type SectionRow } from './linked-section.ts';
import { loadReading } from './load-reading.ts';
import { loadSyncs } from './load-syncs.ts';
import { typesOf } from './readings.ts';
import { refusalWarnings, sectionWarnings } from './section-warnings.ts';
import { clustersJob } from './sections/clusters/clusters-job.ts';
import { ecdsJob } from './sections/ecds/ecds-job.ts';
import { endpointsJob } from './sections/endpoints/endpoints-job.ts';
import { listenersJob } from './sections/listeners/listeners-job.ts';
import { routesJob } from './sections/routes/routes-job.ts';
import { secretsJob } from './sections/secrets/secrets-job.ts';
import type { SectionParameters } from './sections/section-job.ts';
import type { SectionRows } from './sections/section-rows.ts';

export const loadClusters = sectionLoader<ClusterRow>('clusters', clustersJob);
export const loadListeners = sectionLoader<ListenerRow>('listeners', listenersJob);
export const loadRoutes = sectionLoader<RouteRow>('routes', routesJob);
export const loadEndpoints = sectionLoader<EndpointRow>('endpoints', endpointsJob);
export const loadSecrets = sectionLoader<SecretRow>('secrets', secretsJob);
export const loadEcds = sectionLoader<EcdsRow>('ecds', ecdsJob);

/**
 * One section of an Envoy's configuration as rows, with the objects behind them.
 * @throws ViglaError `not_found` for no such pod, no proxy in it or no way to it; `bad_parameter` for a proxy that is no
 * Envoy; `source_failed`, `too_large` …
 */
function sectionLoader<Row extends SectionRow>(
  section: DumpSection,
  job: DumpJob<SectionParameters, SectionRows<Row>>,
): (query: SectionQuery, context: LoadContext) => Promise<Answer<LinkedSection<Row>>> {
  return async ({ namespace, pod }, context) => {
    const { sources, signal, visibleNamespaces } = context;
    const snapshot = await sources.objects.snapshot(signal);
    const { objects, rootNamespace } = snapshot;
    const proxy = findEnvoy(snapshot, { namespace, pod });
    const [dump, hosts, syncs] = await Promise.all([
      loadReading({ namespace, pod }, section, context),
      section === 'endpoints' ? loadHosts({ namespace, pod }, context) : noHosts,
      loadSyncs({ namespace, pod }, context),
    ]);
    const inputs = [dump.bytes, ...hosts.inputs];
    const parameters = { nowMs: sources.now(), shiftMs: sources.recordedShiftMs ?? 0 };
    const read = await runJob(job, { inputs, parameters, signal });
    const data = await linkedSection(section, read, {
      context: { objects, rootNamespace, proxy, visibleNamespaces },
      readAtMs: dump.readAtMs,
      byteCount: dump.bytes.length,
    });
    return {
      data,
      warnings: [
        ...hosts.warnings,
        ...sectionWarnings(section, read),
        // Where a row tells of it, it is told.
        ...(read.rows.some(({ errorState }) => errorState !== undefined)
          ? []
          : refusalWarnings(section, typesOf(section), syncs ?? [])),
      ],
    };
  };
}

type Hosts = { inputs: Uint8Array[]; warnings: Warning[] };
const noHosts: Hosts = { inputs: [], warnings: [] };

/** What Envoy itself says of its hosts; without it the table stands on EDS alone, and says so. */
async function loadHosts(proxy: ProxyName, context: LoadContext): Promise<Hosts> {
  try {
    const { bytes } = await loadReading(proxy, 'hosts', context);
    return { inputs: [bytes], warnings: [] };
  } catch (error) {
    context.signal.throwIfAborted();
    const message = `Health, ejection and counters of the hosts are missing: ${messageOf(error)}`;
    return { inputs: [], warnings: [{ code: 'hosts_missing', source: 'envoy', message }] };
  }
}
