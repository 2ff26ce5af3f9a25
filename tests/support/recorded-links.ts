import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import { findProxy, type MeshProxy } from '#server/mesh/proxy/find-proxy.ts';
import { type LinkableSection, linksOf } from '#server/mesh/proxy/links/links-of.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import type { SectionRows } from '#server/mesh/proxy/sections/section-rows.ts';
import { readAnswer } from './read-answer.ts';
import { recordedSnapshot } from './recorded-snapshot.ts';
import { sharedFolder } from './shared-folder.ts';

const recording = join(sharedFolder, 'recordings', 'bookinfo');

type Linked<Row> = { row: Row; links: ProxyLink[] };
type Rows<Job extends { rowsOf(...parameters: never[]): SectionRows<unknown> }> = Linked<
  ReturnType<Job['rowsOf']>['rows'][number]
>[];

/** One recorded proxy with the links of all its rows. */
export type LinkedProxy = {
  /** `<namespace>.<pod>`; of the overlay with a word behind. */
  name: string;
  proxy: MeshProxy;
  clusters: Rows<typeof clustersJob>;
  listeners: Rows<typeof listenersJob>;
  routes: Rows<typeof routesJob>;
  endpoints: Rows<typeof endpointsJob>;
};

const staleProxy = 'shop.checkout-99n5fqdxdr-m2n4z';

/** Every recorded proxy, and the one that is behind, linked to the objects of the recording. */
export async function recordedLinks(): Promise<{ objects: MeshObjects; proxies: LinkedProxy[] }> {
  const { objects, rootNamespace } = await recordedSnapshot();
  const folders = readdirSync(join(recording, 'envoy'));
  const read = (name: string, file: string, title = name): LinkedProxy => {
    const [namespace = '', pod = ''] = name.split(/\.(.*)/);
    const proxy = findProxy({ objects, unread: [] }, { namespace, pod });
    const dump = openDump(readAnswer(file));
    const parameters = { nowMs: 0, shiftMs: 0 };
    const linked = <Row>(section: LinkableSection, { rows, origins }: SectionRows<Row>) => {
      const links = linksOf(section, origins, { objects, rootNamespace, proxy });
      return rows.map((row, place) => ({ row, links: links[place] ?? [] }));
    };
    return {
      name: title,
      proxy,
      clusters: linked('clusters', clustersJob.rowsOf(dump, parameters)),
      listeners: linked('listeners', listenersJob.rowsOf(dump, parameters)),
      routes: linked('routes', routesJob.rowsOf(dump, parameters)),
      endpoints: linked('endpoints', endpointsJob.rowsOf(dump, parameters)),
    };
  };
  return {
    objects,
    proxies: [
      ...folders.map((name) => read(name, plainOrPacked(join(recording, 'envoy', name, 'config_dump.json')))),
      read(
        staleProxy,
        join(recording, 'drift/stale-checkout/envoy_config_dump.json.gz'),
        `${staleProxy} (stale)`,
      ),
    ],
  };
}

function plainOrPacked(path: string): string {
  return existsSync(path) ? path : `${path}.gz`;
}
