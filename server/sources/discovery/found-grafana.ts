import type { SourceStatus } from '#lib/contract/status.ts';
import type { GrafanaSource } from '#server/sources/interface.ts';
import type { HttpClient } from '#server/sources/observed/http-client.ts';
import { type DiscoveryOptions, discover } from './discover.ts';
import type { Look } from './look.ts';
import { notFound, placeOf } from './tell-look.ts';

export type FoundGrafanaOptions = DiscoveryOptions & { open: (client: HttpClient) => GrafanaSource };

/** A port of the reader's own machine that Vigla does not listen on itself. */
const localPort = 3001;

/**
 * The Grafana that the cluster has, asked through the API server. Nobody named it and nothing but links hangs on it: as
 * long as no setting says where people reach it, one that cannot be used is not in use, and no source that is unwell.
 */
export function createFoundGrafana({ open, ...options }: FoundGrafanaOptions): GrafanaSource {
  const { search } = options;
  const { finder, client } = discover(options);
  const grafana = open(client);
  const isWanted = grafana.externalUrl !== undefined;
  return {
    ...grafana,
    async dashboards(signal) {
      const { found } = await finder.look(signal);
      return found === undefined && !isWanted ? { dashboards: [] } : grafana.dashboards(signal);
    },
    async status() {
      const look = await finder.look();
      const place = placeOf(look, search);
      if (look.found === undefined) {
        const reason = notFound(look, search).message;
        return { id: 'grafana', state: isWanted ? 'down' : 'absent', reason, ...place };
      }
      const { address: _, state, ...status } = await grafana.status();
      const details = [...(status.details ?? []), ...(place.details ?? [])];
      const fix = place.fix ?? (state === 'ok' && !isWanted ? linkFix(look.found) : status.fix);
      const told = { ...status, ...place, ...(fix !== undefined && { fix }), details };
      return { ...told, state: state === 'ok' || isWanted ? state : 'absent' };
    },
  };
}

/** Where people reach it only they know; on a laptop a port-forward makes such a place. */
function linkFix({ candidate }: NonNullable<Look['found']>): SourceStatus['fix'] {
  const { namespace, service, port, scheme, path } = candidate;
  return {
    words: `Set GRAFANA_EXTERNAL_URL to where people reach it in their browsers; until then no page links there. On a laptop it is ${scheme}://localhost:${localPort}${path} while this runs:`,
    command: `kubectl -n ${namespace} port-forward service/${service} ${localPort}:${port}`,
  };
}
