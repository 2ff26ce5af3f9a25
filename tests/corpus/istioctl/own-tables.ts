import type {
  ClusterRow,
  EcdsRow,
  EndpointRow,
  ListenerRow,
  RouteRow,
  SecretRow,
} from '#lib/contract/proxy-sections.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { ecdsJob } from '#server/mesh/proxy/sections/ecds/ecds-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { secretsJob } from '#server/mesh/proxy/sections/secrets/secrets-job.ts';
import type { SectionParameters } from '#server/mesh/proxy/sections/section-job.ts';
import type { SectionRows } from '#server/mesh/proxy/sections/section-rows.ts';

/** What a table is made of; `nowMs` decides which certificates are valid. */
export type Input = { dump: Uint8Array; clusters?: Uint8Array | undefined; nowMs: number };
type OwnTable = { prefix: string; rows: (input: Input) => Record<string, string>[] };

function table<Row>(
  job: DumpJob<SectionParameters, SectionRows<Row>>,
  prefix: string,
  cells: (row: Omit<Row, 'links'>) => Record<string, string> | undefined,
): OwnTable {
  return {
    prefix,
    rows: ({ dump, clusters, nowMs }) =>
      job
        .run(clusters === undefined ? [dump] : [dump, clusters], { nowMs, shiftMs: 0 })
        .rows.map(cells)
        .filter((row) => row !== undefined),
  };
}

/** What Envoy runs with right now; istioctl shows nothing else. */
function isShown({ state }: { state: string }): boolean {
  return state === 'active' || state === 'static';
}

/** Our rows under istioctl's columns, by the kind of table; `prefix` stands before names in `proxy-config all`. */
export const ownTables: Record<string, OwnTable> = {
  clusters: table<ClusterRow>(clustersJob, 'cluster/', (row) =>
    isShown(row)
      ? {
          NAME: row.name,
          'SERVICE FQDN': row.serviceFqdn,
          PORT: row.port,
          SUBSET: row.subset,
          DIRECTION: row.direction,
          TYPE: row.type,
          'DESTINATION RULE': row.destinationRule,
        }
      : undefined,
  ),
  listeners: table<ListenerRow>(listenersJob, 'listener/', (row) =>
    isShown(row)
      ? {
          NAME: row.name,
          ADDRESSES: row.addresses,
          PORT: row.port,
          MATCH: row.match,
          DESTINATION: row.destination,
        }
      : undefined,
  ),
  routes: table<RouteRow>(routesJob, 'route/', (row) =>
    row.isHiddenByIstioctl
      ? undefined
      : {
          NAME: row.name,
          'VHOST NAME': row.virtualHost,
          DOMAINS: row.domains,
          MATCH: row.match,
          'VIRTUAL SERVICE': row.virtualService,
        },
  ),
  endpoints: table<EndpointRow>(endpointsJob, 'endpoint/', (row) =>
    row.source === 'eds' || row.endpoint === ''
      ? undefined
      : {
          ENDPOINT: row.endpoint,
          STATUS: row.status,
          'OUTLIER CHECK': row.outlierCheck,
          CLUSTER: row.cluster,
        },
  ),
  eds: table<EndpointRow>(endpointsJob, 'endpoint/', (row) =>
    row.source === 'clusters' || row.endpoint === ''
      ? undefined
      : { NAME: row.endpoint, STATUS: row.status, LOCALITY: row.locality ?? '', CLUSTER: row.cluster },
  ),
  secrets: table<SecretRow>(secretsJob, 'secret/', (row) => ({
    'RESOURCE NAME': row.resourceName,
    TYPE: row.type,
    STATUS: row.status,
    'VALID CERT': row.validCert,
    'SERIAL NUMBER': row.serialNumber,
    'NOT AFTER': row.notAfter,
    'NOT BEFORE': row.notBefore,
    'TRUST DOMAIN': row.trustDomain ?? '',
  })),
  ecds: table<EcdsRow>(ecdsJob, '', (row) => ({ 'ECDS NAME': row.ecdsName, TYPE: row.type })),
};
