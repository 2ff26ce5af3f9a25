import { z } from 'zod';
import type { EnvoySource, LoadContext } from '#server/sources/interface.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { largeRecordedDump } from '#tests/support/recorded-dump.ts';

const dumpSchema = z.object({ configs: z.array(z.record(z.string(), z.unknown())) });

/** The recorded dump of a sidecar that knows 1,000 services, its lists repeated: about 10 MB for each time. */
export function largeDump(times: number): Uint8Array {
  const recorded = largeRecordedDump();
  if (times === 1) return recorded;
  const { configs } = dumpSchema.parse(JSON.parse(new TextDecoder().decode(recorded)));
  const repeated = configs.map((part) =>
    Object.fromEntries(
      Object.entries(part).map(([field, value]) => [
        field,
        Array.isArray(value) ? Array.from({ length: times }, () => value).flat() : value,
      ]),
    ),
  );
  return new TextEncoder().encode(JSON.stringify({ configs: repeated }));
}

/** What Envoy leaves of a dump when it is asked for the fields of a mask. */
export function maskedDump(dump: Uint8Array, mask: string): Uint8Array {
  const { configs } = dumpSchema.parse(JSON.parse(new TextDecoder().decode(dump)));
  const wanted = new Set(['@type', ...mask.split(',')]);
  const masked = configs.map((part) =>
    Object.fromEntries(Object.entries(part).filter(([field]) => wanted.has(field))),
  );
  return new TextEncoder().encode(JSON.stringify({ configs: masked }));
}

/**
 * A mesh of the recorded services with one sidecar, whose dump is read anew for each mask; an hour passes between two
 * contexts, so that nothing kept is used.
 */
export function largeMesh(readDump: (mask: string) => Promise<Uint8Array>): () => LoadContext {
  const context = graphContext({ objects: objectsSnapshot([sidecar, ...services()]) });
  const noHosts = new TextEncoder().encode('{"cluster_statuses":[]}');
  const envoy: EnvoySource = {
    admin: async (_, { path, parameters }) =>
      path === 'clusters' ? noHosts : readDump(parameters?.mask ?? ''),
  };
  let hours = 0;
  const sources = { ...context.sources, envoy, now: () => hours * 3_600_000 };
  return () => {
    hours += 1;
    return { ...context, sources };
  };
}

const sidecar: Manifest = {
  kind: 'Pod',
  name: 'client-1',
  namespace: 'scale-0',
  spec: { containers: [{ name: 'istio-proxy', image: 'proxyv2', args: ['proxy', 'sidecar'] }] },
};

/** One Service for each host that the recorded dump has clusters for. */
function services(): Manifest[] {
  const hosts = new TextDecoder()
    .decode(largeRecordedDump())
    .matchAll(/outbound\|(\d+)\|\|([^.|"]+)\.([^.|"]+)\.svc/g);
  const byHost = new Map(
    [...hosts].map(([, port, name = '', namespace = '']) => [
      `${namespace}/${name}`,
      { port, name, namespace },
    ]),
  );
  return [...byHost.values()].map(({ port, name, namespace }) => ({
    kind: 'Service',
    name,
    namespace,
    spec: { ports: [{ port: Number(port) }], selector: { app: name } },
  }));
}
