import type { ComparedSection } from '#lib/contract/drift.ts';
import type { DumpItem, ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { type Json, textAt } from '#server/mesh/proxy/json/json.ts';

type Candidate = {
  section: ComparedSection;
  name: string;
  left: DumpItem | undefined;
  right: DumpItem | undefined;
  dumps: { left: ProxyDump; right: ProxyDump };
};

/** What two dumps are compared for: which resources count, and what of them must not. */
export type ComparisonRules = {
  /** Sentences about what is left out. */
  leftOut: readonly string[];
  isCompared: (candidate: Candidate) => boolean;
  nameOf: (name: string, dump: ProxyDump) => string;
  valueOf: (item: DumpItem, side: 'left' | 'right') => Json;
};

const plain = { nameOf: (name: string) => name, valueOf: (item: DumpItem): Json => item.value };

/** istiod's own dump on the left. Envoy lists endpoints of its other clusters, too: istiod knows none of those. */
export const withIstiod: ComparisonRules = {
  ...plain,
  leftOut: [
    'Secrets are not compared: the agent in the pod gives Envoy its certificates, istiod does not have them.',
    "Static parts and the bootstrap are not compared: they are not istiod's.",
  ],
  isCompared: ({ section, name, left, dumps }) =>
    section !== 'endpoints' || left !== undefined || isEds(dumps.right, name),
};

/** An earlier dump of the same proxy on the left. */
export const withItself: ComparisonRules = {
  ...plain,
  leftOut: ['Secrets, static parts and the bootstrap are not compared.'],
  isCompared: () => true,
};

function isEds({ items }: ProxyDump, cluster: string): boolean {
  const found = items.clusters.find(({ name }) => name === cluster);
  return found !== undefined && textAt(found.value, 'type') === 'EDS';
}
