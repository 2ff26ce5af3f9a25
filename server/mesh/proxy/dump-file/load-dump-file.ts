import type { Answer } from '#lib/contract/envelope.ts';
import type {
  ClusterRow,
  EcdsRow,
  EndpointRow,
  ListenerRow,
  RouteRow,
  SecretRow,
} from '#lib/contract/proxy-sections.ts';
import { ViglaError } from '#server/errors.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { DumpSection } from '#server/mesh/proxy/dump/dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { type MeshProxy, proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { type LinkedSection, linkedSection, type SectionRow } from '#server/mesh/proxy/linked-section.ts';
import { sectionWarnings } from '#server/mesh/proxy/section-warnings.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { ecdsJob } from '#server/mesh/proxy/sections/ecds/ecds-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { secretsJob } from '#server/mesh/proxy/sections/secrets/secrets-job.ts';
import type { SectionParameters } from '#server/mesh/proxy/sections/section-job.ts';
import type { SectionRows } from '#server/mesh/proxy/sections/section-rows.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { ownerOf } from './owner-of.ts';

export const loadFileClusters = fileLoader<ClusterRow>('clusters', clustersJob);
export const loadFileListeners = fileLoader<ListenerRow>('listeners', listenersJob);
export const loadFileRoutes = fileLoader<RouteRow>('routes', routesJob);
export const loadFileEndpoints = fileLoader<EndpointRow>('endpoints', endpointsJob);
export const loadFileSecrets = fileLoader<SecretRow>('secrets', secretsJob);
export const loadFileEcds = fileLoader<EcdsRow>('ecds', ecdsJob);

/**
 * One section of a dump that somebody sent as a file, linked to the objects of the mesh as it is now; nothing of it is
 * kept.
 * @throws ViglaError `bad_parameter` for a file that is no dump or was cut off
 */
function fileLoader<Row extends SectionRow>(
  section: DumpSection,
  job: DumpJob<SectionParameters, SectionRows<Row>>,
): (query: unknown, bytes: Uint8Array, context: LoadContext) => Promise<Answer<LinkedSection<Row>>> {
  return async (_, bytes, { sources, signal, visibleNamespaces }) => {
    const { objects, rootNamespace } = await sources.objects.snapshot(signal);
    const parameters = { nowMs: sources.now(), shiftMs: 0 };
    const read = await runJob(job, { inputs: [bytes], parameters, signal }).catch(asBadFile);
    const proxy = ownerIn(objects, bytes);
    const data = await linkedSection(section, read, {
      context: { objects, rootNamespace, proxy, visibleNamespaces },
      readAtMs: sources.now(),
      byteCount: bytes.length,
    });
    return { data, warnings: sectionWarnings(section, read) };
  };
}

/** What is wrong with a file is no failure of a source. */
function asBadFile(error: unknown): never {
  if (error instanceof ViglaError && error.code === 'source_failed')
    throw new ViglaError('bad_parameter', `The file is no whole configuration dump. ${error.message}`, {
      parameter: 'body',
      cause: error,
    });
  throw error;
}

/** The proxy that the dump is of, where it is still there. */
function ownerIn(objects: Pick<MeshObjects, 'Pod'>, bytes: Uint8Array): MeshProxy | undefined {
  const owner = ownerOf(bytes);
  return proxiesOf(objects).find(
    ({ namespace, name }) => namespace === owner?.namespace && name === owner.pod,
  );
}
