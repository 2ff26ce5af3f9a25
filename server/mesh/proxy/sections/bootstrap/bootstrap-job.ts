import type { Bootstrap } from '#lib/contract/proxy-sections.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import { bootstrapFacts } from './facts.ts';
import { flatMetadata, nodeLabels } from './flat-metadata.ts';
import { versionsOf } from './versions.ts';

type BootstrapRead = {
  /** Undefined where the dump has none. */
  bootstrap: Omit<Bootstrap, 'links' | 'readAt'> | undefined;
  origin: Origin;
  unknown: readonly { type: string; path: string }[];
  problems: readonly string[];
};

/** What a proxy was started with, in words. */
export const bootstrapJob: DumpJob<null, BootstrapRead> = {
  name: 'section-bootstrap',
  run: ([bytes = new Uint8Array()]) => {
    const { bootstrap, unknown, problems } = openDump(bytes, { sections: ['bootstrap'] });
    if (bootstrap === undefined) return { bootstrap: undefined, origin: {}, unknown, problems };
    const { value, path } = bootstrap;
    return {
      bootstrap: {
        ...versionsOf(value),
        nodeId: textAt(value, 'node', 'id'),
        metadata: flatMetadata(value),
        labels: nodeLabels(value),
        facts: bootstrapFacts(value, path),
        proofPath: path,
      },
      origin: {
        clusters: objectsAt(value, 'static_resources', 'clusters').flatMap(
          (cluster) => textAt(cluster, 'name') ?? [],
        ),
      },
      unknown,
      problems,
    };
  },
};
