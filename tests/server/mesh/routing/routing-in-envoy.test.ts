import { expect, test } from 'vitest';
import { z } from 'zod';
import type { RouteRule } from '#lib/contract/routing.ts';
import { routingOf } from '#server/mesh/routing/routing-of.ts';
import { routingSubject } from '#server/mesh/routing/subject.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { adminJson } from '#tests/support/proxy-answers.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const clusterShare = z.looseObject({ name: z.string(), weight: z.number() });
const routeSchema = z.looseObject({
  route: z
    .looseObject({
      cluster: z.string().optional(),
      weighted_clusters: z.looseObject({ clusters: z.array(clusterShare) }).optional(),
    })
    .optional(),
  metadata: z
    .looseObject({
      filter_metadata: z.looseObject({ istio: z.looseObject({ config: z.string() }).optional() }),
    })
    .optional(),
});
const virtualHostSchema = z.looseObject({ domains: z.array(z.string()), routes: z.array(routeSchema) });
const dumpSchema = z.looseObject({
  configs: z.array(
    z.looseObject({
      dynamic_route_configs: z
        .array(
          z.looseObject({
            route_config: z.looseObject({
              name: z.string(),
              virtual_hosts: z.array(virtualHostSchema).default([]),
            }),
          }),
        )
        .default([]),
    }),
  ),
});

/** `subset of host → share`, as Envoy's cluster names tell it. Weight 0 is left out by istiod. */
function sharesInEnvoy({ route }: z.output<typeof routeSchema>): string[] {
  const clusters = route?.weighted_clusters?.clusters ?? [{ name: route?.cluster ?? '', weight: 1 }];
  const sum = clusters.reduce((total, { weight }) => total + weight, 0);
  return clusters
    .filter(({ weight }) => weight > 0)
    .map(({ name, weight }) => {
      const [, , subset = '', host = ''] = name.split('|');
      return `${subset || '-'} of ${host}: ${(weight / sum).toFixed(3)}`;
    })
    .sort();
}

function sharesInObjects({ destinations }: RouteRule): string[] {
  return destinations
    .filter(({ share }) => share > 0)
    .map(({ service, host, subset = '-', share }) => {
      const full = service === undefined ? host : `${service.name}.${service.namespace}.svc.cluster.local`;
      return `${subset} of ${host.includes('.com') ? host : full}: ${share.toFixed(3)}`;
    })
    .sort();
}

test('every rule in force leads where a caller’s real Envoy leads it', async () => {
  const sources = createRecording({ now: () => recordedNowSeconds * 1000 });
  const { objects, rootNamespace } = await sources.objects.snapshot();
  const caller = objects.Pod.find(({ metadata }) => metadata.name.startsWith('productpage-v1'));
  if (caller === undefined) throw new Error('the recording has no pod of productpage');
  const dump = dumpSchema.parse(
    await adminJson(sources, { namespace: 'bookinfo', pod: caller.metadata.name }, 'config_dump'),
  );
  const virtualHosts = dump.configs
    .flatMap((config) => config.dynamic_route_configs)
    .flatMap(({ route_config: { virtual_hosts } }) => virtual_hosts);

  let compared = 0;
  const different: string[] = [];
  const withoutHost: string[] = [];
  for (const { metadata } of objects.Service) {
    const at = { namespace: metadata.namespace ?? '', name: metadata.name };
    const subject = routingSubject(objects, at);
    if (subject === undefined) throw new Error(`${at.name} is no subject`);
    const { routes } = routingOf({ objects, rootNamespace, subject });
    const own = routes.find(
      ({ side, isInForce, hosts }) =>
        side === 'mesh' && isInForce && hosts.some((host) => subject.isNamedBy(host, at.namespace)),
    );
    if (own === undefined) continue;
    const found = virtualHosts.filter(({ domains }) => domains.includes(subject.hosts[0] ?? ''));
    if (found.length === 0) withoutHost.push(`${at.namespace}/${at.name}`);
    for (const { routes: inEnvoy } of found) {
      // One rule with several matches is several routes of Envoy, and rules for other callers are left out there.
      const seen = new Set(inEnvoy.map((route) => sharesInEnvoy(route).join(', ')));
      const known = new Set(own.rules.map((rule) => sharesInObjects(rule).join(', ')));
      for (const shares of seen) {
        compared += 1;
        if (!known.has(shares))
          different.push(`${at.name}: ${shares} is in Envoy, not in ${[...known].join(' | ')}`);
      }
    }
  }
  console.log(
    `routing against Envoy: ${compared} routes compared, ${different.length} different, not in this proxy: ${withoutHost.join(', ')}`,
  );
  expect(different).toEqual([]);
  expect(compared).toBeGreaterThan(8);
});
