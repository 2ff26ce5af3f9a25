import { ViglaError } from '#server/errors.ts';
import { linksInTurns } from '#server/mesh/proxy/links-in-turns.ts';
import { loadReading } from '#server/mesh/proxy/load-reading.ts';
import { loadSyncs } from '#server/mesh/proxy/load-syncs.ts';
import { loadDocument } from '#server/mesh/proxy/raw/load-document.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import type { EnvoySplit } from '../envoy-split.ts';
import type { SourceProxy } from '../source-proxies.ts';
import type { Split } from '../split.ts';
import { isAsConfigured } from './route-shares.ts';
import { routeSync } from './route-sync.ts';
import { nothing, type RuleInEnvoy, ruleInEnvoy } from './rule-in-envoy.ts';
import { servedHosts } from './served-hosts.ts';
import { splitRoutesJob } from './split-routes-job.ts';

type Asked = { split: Split; snapshot: ObjectsSnapshot; context: LoadContext };
type Read = {
  proxy: EnvoySplit;
  /** Why istiod's side is missing where it was wanted. */
  istiodUnread?: string;
};

/** Requests are divided in route tables, connections by filter chains; each comes with a type of configuration. */
const sections = {
  http: { section: 'routes', type: 'RDS' },
  grpc: { section: 'routes', type: 'RDS' },
  tls: { section: 'listeners', type: 'LDS' },
  tcp: { section: 'listeners', type: 'LDS' },
} as const;

/** The rule of a split as one proxy has it, and as istiod would have it there, where that is not the rule as written. */
export async function loadProxySplit(source: SourceProxy, asked: Asked): Promise<Read> {
  const { split, context } = asked;
  const { namespace, name: pod, workload, type } = source;
  const { section } = sections[split.protocol];
  const head = { namespace, pod, workload, type, section };
  try {
    const { bytes } = await loadReading({ namespace, pod }, section, context);
    const rule = await readRule(bytes, source, asked);
    const sync = await loadSync(source, asked);
    const istiod = needsProof(rule, source, split) ? await loadIstiodWeights(rule, source, asked) : {};
    const { istiodWeights, istiodUnread } = istiod;
    return {
      proxy: {
        ...head,
        ...rule,
        ...(sync === undefined ? {} : { sync }),
        ...(istiodWeights === undefined ? {} : { istiodWeights }),
      },
      ...(istiodUnread === undefined ? {} : { istiodUnread }),
    };
  } catch (error) {
    // The other proxies go on; what is no failure of this one's is everybody's.
    if (!(error instanceof ViglaError) || context.signal.aborted) throw error;
    const unanswered = error.message;
    return { proxy: { ...head, ...nothing(split), state: 'unanswered', weights: 'unknown', unanswered } };
  }
}

async function readRule(
  bytes: Uint8Array,
  { pod, namespace, name, type }: SourceProxy,
  { split, snapshot, context }: Asked,
): Promise<RuleInEnvoy> {
  const { sources, signal } = context;
  const { section } = sections[split.protocol];
  const parameters = {
    section,
    servedHosts: servedHosts(split),
    versionHosts: [...new Set(split.versions.map(({ host }) => host))],
    nowMs: sources.now(),
    shiftMs: sources.recordedShiftMs ?? 0,
  };
  const { rows, origins } = await runJob(splitRoutesJob, { inputs: [bytes], parameters, signal });
  const { objects, rootNamespace } = snapshot;
  const proxy = { pod, namespace, name, type };
  const links = await linksInTurns(section, origins, { objects, rootNamespace, proxy });
  return ruleInEnvoy(
    rows.map((row, index) => ({ row, links: links[index] ?? [] })),
    { split, realPorts: realPorts(split, snapshot) },
  );
}

function realPorts({ versions }: Split, { objects }: ObjectsSnapshot): Set<number> {
  const services = new Set(
    versions.flatMap(({ service }) => (service ? [`${service.namespace}/${service.name}`] : [])),
  );
  return new Set(
    objects.Service.filter(({ metadata }) => services.has(`${metadata.namespace}/${metadata.name}`)).flatMap(
      ({ spec }) => spec.ports.map(({ port }) => port),
    ),
  );
}

async function loadSync({ namespace, name: pod }: SourceProxy, { split, context }: Asked) {
  const shiftMs = context.sources.recordedShiftMs ?? 0;
  return routeSync(await loadSyncs({ namespace, pod }, context), {
    type: sections[split.protocol].type,
    shiftMs,
  });
}

/**
 * A proxy without the rule may be one that it was not sent to, or one that is behind. Of a sidecar without the very host its
 * Sidecar object tells why; a gateway is read because it should have it.
 */
function needsProof({ state, shares, others }: RuleInEnvoy, { type }: SourceProxy, split: Split): boolean {
  if (state === 'found') return !isAsConfigured({ shares, others }, split);
  return state === 'absent' || type !== 'sidecar';
}

async function loadIstiodWeights(
  rule: RuleInEnvoy,
  source: SourceProxy,
  asked: Asked,
): Promise<{ istiodWeights?: string; istiodUnread?: string }> {
  const { context } = asked;
  const { namespace, name: pod } = source;
  try {
    const bytes = await loadDocument({ namespace, pod, source: 'istiod' }, context);
    const { state, weights } = await readRule(bytes, source, asked);
    return state === rule.state && weights === rule.weights ? {} : { istiodWeights: weights };
  } catch (error) {
    if (!(error instanceof ViglaError) || context.signal.aborted) throw error;
    return { istiodUnread: error.message };
  }
}
