import type { ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { chainRows } from './chain-rows.ts';
import { routeRows } from './route-rows.ts';
import type { SplitRows, SplitRowsParameters } from './split-row.ts';

/** Routes (or filter chains, for TLS and TCP) that serve a split's hosts or lead to its versions, with their neighbours. */
export const splitRoutesJob: DumpJob<SplitRowsParameters, SplitRows> = {
  name: 'split-routes',
  run: ([bytes = new Uint8Array()], parameters) =>
    readers[parameters.section](openDump(bytes, { sections: ['routes', 'listeners'] }), parameters),
};

const readers: Record<
  SplitRowsParameters['section'],
  (dump: ProxyDump, parameters: SplitRowsParameters) => SplitRows
> = { routes: routeRows, listeners: chainRows };
