import type { DumpItem, ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { certificateLife } from './certificate-life.ts';
import { addressesSent, addressesUsed } from './endpoint-addresses.ts';
import { movedTime } from './moved-time.ts';
import type { ClusterEndpoints, OwnFacts } from './own-facts.ts';

type Parameters = { shiftMs: number; nowMs: number };

/**
 * What the fleet needs of a proxy's own answers: `[config_dump, certs, clusters]`, of which the last two may be empty.
 * @throws ViglaError `source_failed` for what is no dump
 */
export const ownFactsJob: DumpJob<Parameters, OwnFacts> = {
  name: 'ownFacts',
  run: ([dumpBytes = new Uint8Array(), certs, clusters], times) => {
    const dump = openDump(dumpBytes);
    const all = Object.entries(dump.items).flatMap(([section, items]) =>
      items.map((item) => ({ section, item })),
    );
    return {
      configBytes: dumpBytes.length,
      counts: Object.fromEntries(
        Object.entries(dump.items).map(([section, items]) => [section, items.length]),
      ),
      dynamicCount: [...dump.items.clusters, ...dump.items.listeners].filter(isInUse).length,
      certificate: certificateLife(parsed(certs), times),
      errors: all.flatMap(({ section, item: { name, path, error, state } }) =>
        error === undefined
          ? []
          : [{ section, name, path, details: error.details, isActive: state !== 'rejected' }],
      ),
      warming: all.flatMap(({ section, item: { name, path, state, lastUpdated } }) =>
        state === 'warming' ? [{ section, name, path, since: movedTime(lastUpdated, times.shiftMs) }] : [],
      ),
      endpoints: endpointsOf(dump, parsed(clusters)),
    };
  },
};

function isInUse({ state }: DumpItem): boolean {
  return state === 'active' || state === 'draining';
}

function endpointsOf(dump: ProxyDump, clusters: unknown): Record<string, ClusterEndpoints> {
  const used = addressesUsed(clusters);
  return Object.fromEntries(
    dump.items.endpoints
      .filter(({ state }) => state === 'active')
      .map(({ name, value }): [string, ClusterEndpoints] => [
        name,
        { sent: addressesSent(value), used: used?.get(name) },
      ]),
  );
}

const decoder = new TextDecoder();

/** An answer that did not come, or is cut off, is missing and no more. */
function parsed(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}
