import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';
import { linksOf } from '#server/mesh/proxy/links/links-of.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import { clustersJob } from '#server/mesh/proxy/sections/clusters/clusters-job.ts';
import { endpointsJob } from '#server/mesh/proxy/sections/endpoints/endpoints-job.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { inShop } from '#tests/support/link-cases.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';
import { readAnswer } from '#tests/support/read-answer.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const dumpFile = join(
  sharedFolder,
  'recordings/scale/1000/envoy/scale-0.client-j2mpckxkbj-qtq7j/config_dump.json.gz',
);

test.skipIf(whyNoSharedFolder !== undefined)('a proxy that knows 1,000 Services is linked in a blink', () => {
  const dump = openDump(readAnswer(dumpFile));
  const parameters = { nowMs: 0, shiftMs: 0 };
  const sections = {
    clusters: clustersJob.rowsOf(dump, parameters).origins,
    listeners: listenersJob.rowsOf(dump, parameters).origins,
    routes: routesJob.rowsOf(dump, parameters).origins,
    endpoints: endpointsJob.rowsOf(dump, parameters).origins,
  };
  const objects = meshObjects([
    proxyPod(),
    inShop('Sidecar', 'default', { egress: [{ hosts: ['*/*'] }] }),
    inShop('Telemetry', 'logs', {}),
    ...servicesOf(sections.clusters),
  ]);
  const proxy = findProxy({ objects, unread: [] }, { namespace: 'shop', pod: 'web-1' });
  const rounds = [1, 2, 3, 4, 5].map(() => {
    // Of this thread alone: other work on the machine does not count.
    const before = process.threadCpuUsage();
    const links = (['clusters', 'listeners', 'routes', 'endpoints'] as const).flatMap((section) =>
      linksOf(section, sections[section], { objects, rootNamespace: 'istio-system', proxy }),
    );
    const { user, system } = process.threadCpuUsage(before);
    return { links, ms: (user + system) / 1000 };
  });
  const rowCount = rounds[0]?.links.length ?? 0;
  const ms = Math.min(...rounds.map((round) => round.ms));
  console.info(`${rowCount} rows linked in ${ms.toFixed(0)} ms`);
  expect(rowCount).toBeGreaterThan(5000);
  expect(rounds[0]?.links.filter((links) => links.length === 0).length).toBeLessThan(rowCount / 100);
  expect(ms).toBeLessThan(400);
});

/** The Services that clusters are named after: the objects of that mesh were not recorded. */
function servicesOf(clusters: readonly Origin[]): Manifest[] {
  const ports = new Map<string, Set<number>>();
  for (const [name = ''] of clusters.map(({ clusters: names = [] }) => names)) {
    const [, port, , host = ''] = name.split('|');
    if (host.includes('.svc.')) ports.set(host, (ports.get(host) ?? new Set()).add(Number(port)));
  }
  return [...ports].map(([host, numbers]) => {
    const [name = '', namespace = ''] = host.split('.');
    const spec = { selector: { app: name }, ports: [...numbers].map((port) => ({ port, name: 'http' })) };
    return { kind: 'Service', namespace, name, spec };
  });
}
