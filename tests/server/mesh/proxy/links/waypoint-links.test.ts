import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { linksOf } from '#server/mesh/proxy/links/links-of.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { ambientContext } from '#tests/support/ambient-recording.ts';
import { readAnswer } from '#tests/support/read-answer.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const hostOf = /\|([a-z0-9-]+)\.([a-z0-9-]+)\.svc\.cluster\.local/;

describe.skipIf(whyNoSharedFolder !== undefined)('a recorded waypoint', () => {
  test.each(['istiod/config_dump-waypoint.json.gz', 'waypoint/config_dump.json.gz'])(
    '%s: what is named after a Service leads to it, and endpoints to their pods',
    async (file) => {
      const { objects, rootNamespace } = await ambientContext().sources.objects.snapshot();
      const proxy = proxiesOf(objects).find(({ type }) => type === 'waypoint');
      const dump = openDump(readAnswer(join(sharedFolder, 'recordings/ambient', file)));
      const parameters = { nowMs: 0, shiftMs: 0 };
      const sections = {
        clusters: clustersJob.rowsOf(dump, parameters),
        listeners: listenersJob.rowsOf(dump, parameters),
        endpoints: endpointsJob.rowsOf(dump, parameters),
      };
      for (const section of ['clusters', 'listeners', 'endpoints'] as const) {
        const { rows, origins } = sections[section];
        const links = linksOf(section, origins, { objects, rootNamespace, proxy });
        const named = rows.flatMap(({ id }, place) => {
          const [, name, namespace] = hostOf.exec(id) ?? [];
          return name === undefined ? [] : [{ id, host: `${namespace}/${name}`, links: links[place] ?? [] }];
        });
        const wrong = named.filter(({ host, links: found }) => !isToService(found, host));
        console.info(
          `${file} ${section}: ${named.length - wrong.length} of ${named.length} lead to their Service`,
        );
        expect(named.length).toBeGreaterThan(5);
        expect(wrong).toEqual([]);
        const pods = named.flatMap(({ id, links: found }) => {
          const [, address] = /connect_originate\/([0-9.]+):\d+$/.exec(id) ?? [];
          const known = objects.Pod.filter(({ status }) => status.podIP === address);
          return address === undefined || known.length === 0
            ? []
            : [{ id, known: known.map(({ metadata }) => metadata.name), found: podsOf(found) }];
        });
        expect(pods.filter(({ known, found }) => known.join() !== found.join())).toEqual([]);
        if (section === 'endpoints') expect(pods.length).toBeGreaterThan(5);
      }
    },
  );
});

function isToService(links: readonly ProxyLink[], host: string): boolean {
  return links.some(({ kind, namespace, name }) => kind === 'Service' && `${namespace}/${name}` === host);
}

function podsOf(links: readonly ProxyLink[]): string[] {
  return links.filter(({ kind }) => kind === 'Pod').map(({ name }) => name);
}
