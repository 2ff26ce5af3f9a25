import type { ObjectOf } from '#lib/objects/kinds.ts';
import { protocolOf } from '#server/mesh/inventory/port-protocol.ts';
import { object, type RequirementRule, type Verdict } from './requirement-rule.ts';
import { targetPortOf } from './target-port.ts';
import type { WorkloadSubject } from './workload-subject.ts';

type Service = ObjectOf<'Service'>;
type Claim = { target: number; listener: 'HTTP' | 'TCP' | 'auto'; service: string; text: string };

const httpLike: ReadonlySet<string> = new Set(['http', 'http2', 'http_proxy', 'grpc', 'grpc-web']);

/** One inbound listener serves a pod's port: Services that call it HTTP and TCP at once cannot both be right. */
export const portConflicts: RequirementRule<WorkloadSubject> = {
  id: 'port-conflicts',
  title: 'Its Services agree on the protocol of each port',
  check: ({ services, workload, unread }) => {
    if (unread.includes('Service')) return { state: 'unknown', text: 'Services could not be read.' };
    if (services.length === 0) return { state: 'notApplicable', text: 'No Service selects its pods.' };
    return conflictVerdict(services, workload.pods);
  },
};

/** What several Services say about the same port of the same pods. */
export function conflictVerdict(services: readonly Service[], pods: readonly ObjectOf<'Pod'>[]): Verdict {
  const claims = services.flatMap((service) => claimsOf(service, pods));
  const byTarget = Map.groupBy(claims, ({ target }) => target);
  const disputed = [...byTarget.values()].filter(
    (same) => new Set(same.map(({ listener }) => listener)).size > 1,
  );
  if (disputed.length === 0)
    return { state: 'ok', text: 'No two Services take one of its ports for different protocols.' };
  const ports = disputed.flatMap(([first]) => first?.target ?? []).join(', ');
  const names = [...new Set(disputed.flat().map(({ service }) => service))].join(' and ');
  return {
    state: 'failed',
    text: `Services ${names} take port ${ports} of the pods for different protocols. One of them, not said which, sets the listener: HTTP may then be counted and routed as TCP.`,
    fix: 'Give each protocol a port of its own, or let both Services name the same protocol.',
    evidence: disputed.flat().map(({ text }) => object(text)),
    pods: pods.map(({ metadata }) => metadata.name),
  };
}

function claimsOf({ metadata, spec }: Service, pods: readonly ObjectOf<'Pod'>[]): Claim[] {
  return spec.ports.flatMap((port): Claim[] => {
    const target = targetPortOf(port, pods);
    const { protocol, protocolFrom } = protocolOf(port);
    if (target === undefined || protocolFrom === 'transport') return [];
    const listener = protocol === 'auto' ? 'auto' : httpLike.has(protocol) ? 'HTTP' : 'TCP';
    const service = `${metadata.namespace}/${metadata.name}`;
    return [
      {
        target,
        listener,
        service,
        text: `Service ${service}: port ${port.port} is ${protocol}, to port ${target} of the pods`,
      },
    ];
  });
}
