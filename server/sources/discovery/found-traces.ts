import type { HttpClient } from '#server/sources/observed/http-client.ts';
import type { TraceSource } from '#server/sources/trace-source.ts';
import { type DiscoveryOptions, discover } from './discover.ts';
import type { Look } from './look.ts';
import { notFound, placeOf } from './tell-look.ts';

export type FoundTracesOptions = DiscoveryOptions & { open: (client: HttpClient) => TraceSource };

/** The store of traces that the cluster has, asked through the API server. A cluster may well have none. */
export function createFoundTraces({ open, ...options }: FoundTracesOptions): TraceSource {
  const { search } = options;
  const { finder, client } = discover(options);
  const traces = open(client);
  const isAbsent = async (signal?: AbortSignal) => hasNothingAlike(await finder.look(signal));

  return {
    ...traces,
    async services(signal) {
      return (await isAbsent(signal)) ? [] : traces.services(signal);
    },
    async search(asked, signal) {
      if (!(await isAbsent(signal))) return traces.search(asked, signal);
      const warnings = [
        `${notFound({ passedOver: [] }, search).message} Set ${search.variable} where there is one.`,
      ];
      return { traces: [], isCut: false, asked: '', warnings };
    },
    async trace(id, signal) {
      return (await isAbsent(signal)) ? undefined : traces.trace(id, signal);
    },
    async status() {
      const look = await finder.look();
      const place = placeOf(look, search);
      if (hasNothingAlike(look))
        return { id: 'traces', state: 'absent', reason: notFound(look, search).message, ...place };
      const { address: _, ...status } = await traces.status();
      return { ...status, ...place, details: [...(status.details ?? []), ...(place.details ?? [])] };
    },
  };
}

/** No Service even looks like a store, and all of them could be read. */
function hasNothingAlike({ found, passedOver, unread }: Look): boolean {
  return found === undefined && passedOver.length === 0 && unread === undefined;
}
