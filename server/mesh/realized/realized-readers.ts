import type { RealizedSection } from '#lib/contract/realized.ts';
import type { ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { ecdsJob } from '#server/mesh/proxy/sections/ecds/ecds-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { secretsJob } from '#server/mesh/proxy/sections/secrets/secrets-job.ts';
import type { SectionJob, SectionParameters } from '#server/mesh/proxy/sections/section-job.ts';
import type { RealizedRow, RealizedRows } from './realized-job.ts';

type RealizedReader = {
  section: RealizedSection;
  read(dump: ProxyDump, parameters: SectionParameters): Omit<RealizedRows, 'section'>;
};

/** How each section's rows are read and called. */
export const realizedReaders: readonly RealizedReader[] = [
  reader('clusters', clustersJob, ({ name }) => name),
  reader('listeners', listenersJob, ({ name, chain, match }) =>
    [name, chain ?? match].filter((text) => text !== '').join(' / '),
  ),
  reader('routes', routesJob, ({ name, virtualHost, routeName, match }) =>
    [name, virtualHost, routeName ?? match].filter((text) => text !== '').join(' / '),
  ),
  reader('endpoints', endpointsJob, ({ endpoint, cluster, status }) => `${endpoint || status} of ${cluster}`),
  reader('secrets', secretsJob, ({ resourceName }) => resourceName),
  reader('ecds', ecdsJob, ({ ecdsName }) => ecdsName),
  { section: 'bootstrap', read: readBootstrap },
];

/** No table, but one thing. */
function readBootstrap({ bootstrap }: ProxyDump): Omit<RealizedRows, 'section'> {
  if (bootstrap === undefined) return { rows: [], origins: [] };
  const row = { id: '', title: 'Bootstrap', state: 'static' as const, proofPath: bootstrap.path };
  return { rows: [row], origins: [{}] };
}

type Row = { id: string; state: RealizedRow['state']; proofPath: string };

function reader<SectionRow extends Row>(
  section: RealizedSection,
  job: SectionJob<SectionRow>,
  titleOf: (row: Omit<SectionRow, 'links'>) => string,
): RealizedReader {
  return {
    section,
    read: (dump, parameters) => {
      const { rows, origins } = job.rowsOf(dump, parameters);
      return { rows: rows.map((row) => rowOf(row, titleOf(row))), origins };
    },
  };
}

function rowOf({ id, state, proofPath }: Row, title: string): RealizedRow {
  return { id, title, state, proofPath };
}
