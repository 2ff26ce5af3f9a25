import { beforeAll, describe, expect, test } from 'vitest';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type LinkedProxy, recordedLinks } from '#tests/support/recorded-links.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';

/** What a link says against what can be known without it. */
type Comparison = { of: string; says: string; known: string };

function agree(what: string, comparisons: readonly Comparison[], least: number): void {
  const different = comparisons.filter(({ says, known }) => says !== known);
  console.info(`${what}: ${comparisons.length - different.length} agreed / ${different.length} different`);
  expect(comparisons.length).toBeGreaterThanOrEqual(least);
  expect(different).toEqual([]);
}

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort().join(' ');
const text = ({ kind, namespace, name, part }: ProxyLink) =>
  `${kind} ${namespace}/${name} ${part ?? ''}`.trim();
const ofKind = (links: readonly ProxyLink[], ...kinds: readonly string[]) =>
  links.filter(({ kind, relation }) => relation === 'shows' && kinds.includes(kind));

describe.skipIf(whyNoSharedFolder !== undefined)('links of the recorded proxies', () => {
  let proxies: LinkedProxy[] = [];
  let objects: MeshObjects;
  beforeAll(async () => {
    ({ proxies, objects } = await recordedLinks());
  });

  const routes = () =>
    proxies.flatMap(({ name, routes: rows }) =>
      rows.map(({ row, links }) => ({ name, of: `${name} ${row.id}`, row, links })),
    );

  test('routes marked by a VirtualService lead to the one that istioctl names', () => {
    const marked = routes().filter(({ row }) => /^[a-z0-9-]+\.[a-z0-9-]+$/.test(row.virtualService));
    const comparisons = marked.map(({ of, row, links }) => {
      const [found] = ofKind(links, 'VirtualService');
      return { of, says: `${found?.name}.${found?.namespace}`, known: row.virtualService };
    });
    agree('VirtualService by marker', comparisons, 500);
  });

  test('no route leads to a VirtualService that Istio made itself', () => {
    const synthetic = routes().filter(({ row }) => row.virtualService.includes('~'));
    const comparisons = synthetic.map(({ of, row, links }) => {
      const [namespace, name, rule] = (row.routeName ?? '').split('.');
      const all = ofKind(links, 'VirtualService', 'HTTPRoute');
      return { of, says: all.map(text).join(), known: `HTTPRoute ${namespace}/${name} rules[${rule}]` };
    });
    agree('HTTPRoute behind a VirtualService of Istio’s own', comparisons, 30);
  });

  test('the destinations of the rule that a link names are the route’s clusters', () => {
    const comparisons = routes().flatMap(({ of, row, links }) => {
      const [link] = ofKind(links, 'VirtualService');
      const place = /^http\[(\d+)\]$/.exec(link?.part ?? '');
      const rule =
        place &&
        objects.VirtualService.find(
          ({ metadata }) => metadata.name === link?.name && metadata.namespace === link.namespace,
        )?.spec.http[Number(place[1])];
      if (rule === null || rule === undefined) return [];
      const wanted = (rule.route ?? []).filter(({ weight }) => weight !== 0);
      return [
        {
          of,
          says: sorted(
            wanted.map(({ destination: { host, subset = '' } }) => `${host.split('.')[0]} ${subset}`),
          ),
          known: sorted(
            row.targets.map(({ cluster }) => {
              const [, , subset = '', host = ''] = cluster.split('|');
              return `${host.split('.')[0]} ${subset}`;
            }),
          ),
        },
      ];
    });
    agree('destinations of http[n]', comparisons, 500);
  });

  test('every rule of a VirtualService in one virtual host has its routes in its order', () => {
    const hosts = Map.groupBy(
      routes().filter(({ links }) => ofKind(links, 'VirtualService').length > 0),
      ({ name, row }) => `${name} ${row.name} ${row.virtualHost}`,
    );
    const comparisons = [...hosts].map(([of, rows]) => {
      const parts = rows.map(({ links }) => ofKind(links, 'VirtualService')[0]?.part ?? 'none');
      return { of, says: parts.join(' '), known: parts.toSorted().join(' ') };
    });
    agree('order of rules', comparisons, 100);
  });

  test('a pod behind an endpoint has its address, and is one that the Service has', () => {
    const comparisons = proxies.flatMap(({ name, endpoints }) =>
      endpoints.flatMap(({ row, links }) => {
        const [, , , host = ''] = row.cluster.split('|');
        const [service, namespace, kind] = host.split('.');
        if (kind !== 'svc') return [];
        const slices = objects.EndpointSlice.filter(
          ({ metadata }) =>
            metadata.namespace === namespace && metadata.labels['kubernetes.io/service-name'] === service,
        );
        const address = row.endpoint.replace(/:\d+$/, '');
        const known = slices
          .flatMap(({ endpoints: all }) => all ?? [])
          .filter(({ addresses, targetRef }) => addresses.includes(address) && targetRef?.kind === 'Pod')
          .map(({ targetRef }) => `Pod ${namespace}/${targetRef?.name}`);
        return [
          { of: `${name} ${row.id}`, says: sorted(ofKind(links, 'Pod').map(text)), known: sorted(known) },
        ];
      }),
    );
    agree('pods of endpoints', comparisons, 1000);
  });

  test('a cluster leads to the host and subset of its name', () => {
    const comparisons = proxies.flatMap(({ name, clusters }) =>
      clusters.flatMap(({ row, links }) => {
        const [direction, , subset = '', host = ''] = row.name.split('|');
        const [rule] = ofKind(links, 'DestinationRule');
        if (direction !== 'outbound') return [];
        const hosts = ofKind(links, 'Service', 'ServiceEntry').map((link) =>
          link.kind === 'Service'
            ? `${link.name}.${link.namespace}.svc.cluster.local`
            : (objects.ServiceEntry.find(({ metadata }) => metadata.name === link.name)?.spec.hosts[0] ?? ''),
        );
        const ownRule = row.destinationRule === '' ? '' : ` ${row.destinationRule}`;
        const part = subset === '' ? '' : ` subsets[${subset}]`;
        return [
          {
            of: `${name} ${row.name}`,
            says: `${hosts.join()}${rule === undefined ? '' : ` ${rule.name}.${rule.namespace}`}${rule?.part === undefined ? '' : ` ${rule.part}`}`,
            known: `${host}${ownRule}${part}`,
          },
        ];
      }),
    );
    agree('hosts and subsets of clusters', comparisons, 1400);
  });

  test('the PeerAuthentication in force says what the chains of a port do', () => {
    const comparisons = proxies.flatMap(({ name, listeners }) => {
      const inbound = listeners.filter(({ row }) => /^0\.0\.0\.0_\d+$/.test(row.chain ?? ''));
      return [...Map.groupBy(inbound, ({ row }) => row.chain ?? '')].map(([chain, rows]) => ({
        of: `${name} ${chain}`,
        says: sorted(
          rows.flatMap(({ links }) =>
            links
              .filter(({ kind }) => kind === 'PeerAuthentication')
              .map(
                ({ because }) =>
                  /^Mode (\w+) is in force for port (\d+)/.exec(because)?.slice(1).join(' ') ?? '',
              ),
          ),
        ),
        known: `${rows.some(({ row }) => /raw_buffer/.test(row.match)) ? 'PERMISSIVE' : 'STRICT'} ${chain.slice(8)}`,
      }));
    });
    agree('modes of mutual TLS', comparisons, 20);
  });

  test('a listener for the HTTP of a port leads to the hosts of its route configuration', () => {
    const comparisons = proxies.flatMap(({ name, listeners, routes: rows }) =>
      listeners
        // Routes of a listener that was refused are not there.
        .filter(({ row }) => rows.some((route) => route.row.name === row.routeConfig))
        .filter(({ row }) => /^\d+$/.test(row.routeConfig ?? ''))
        .map(({ row, links }) => {
          const port = row.routeConfig ?? '';
          const hosts = rows
            .filter((route) => route.row.name === port)
            .map((route) => route.row.virtualHost.replace(/:\d+$/, ''))
            .filter((host) => hasPort(host, Number(port), objects));
          const says = ofKind(links, 'Service', 'ServiceEntry').flatMap((link) =>
            link.kind === 'Service'
              ? [`${link.name}.${link.namespace}.svc.cluster.local`]
              : (objects.ServiceEntry.find(
                  ({ metadata }) => metadata.name === link.name && metadata.namespace === link.namespace,
                )?.spec.hosts ?? []),
          );
          return { of: `${name} ${row.id}`, says: sorted(says), known: sorted(hosts) };
        }),
    );
    agree('hosts of shared listeners', comparisons, 100);
  });
});

/** A VirtualService's host has a virtual host in the table of port 80 though its Service has no such port. */
function hasPort(host: string, port: number, objects: MeshObjects): boolean {
  const [name, namespace, kind] = host.split('.');
  if (kind !== 'svc') return !/^(allow_any|block_all)$/.test(host);
  const service = objects.Service.find(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  );
  return service?.spec.ports.some((one) => one.port === port) === true;
}
