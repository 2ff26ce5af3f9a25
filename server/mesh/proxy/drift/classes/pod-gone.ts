import { proxyId } from '#server/mesh/proxies/proxy-id.ts';
import type { DriftFacts, DriftRule } from '../drift-rule.ts';

/** istiod still has a connection of a pod that is no more. Machines (WorkloadEntry) and other clusters have no pods here. */
export const podGone: DriftRule = (facts) => {
  const { proxy, mesh } = facts;
  if (proxy.object !== undefined || proxy.cluster !== mesh.cluster || proxy.sync === undefined) return [];
  if (mesh.unread.includes('Pod')) return { undecided: 'Pods could not be read.' };
  const machine = machineOf(facts);
  if (machine === 'yes') return [];
  if (machine === 'perhaps')
    return {
      undecided: `Namespace ${proxy.namespace} has machines (WorkloadGroup or WorkloadEntry), and istiod does not give this proxy's address: it may be one of them.`,
    };
  return [
    {
      severity: 'info',
      items: [],
      why: {
        text: `istiod ${proxy.sync.replica} has this proxy among its connections, but there is no pod ${proxy.pod} in namespace ${proxy.namespace}. It ended a moment ago, or its connection was never closed.`,
        fix: 'Nothing is to be done if the entry goes away by itself. One that stays is a connection that a node or a firewall cut without a word; istiod drops it when its keepalive fails.',
        evidence: [
          { kind: 'envoy', text: `istiod ${proxy.sync.replica} /debug/syncz: ${proxyId(proxy)}` },
          { kind: 'object', text: `no Pod ${proxy.namespace}/${proxy.pod}` },
        ],
        command: `kubectl get pod -n ${proxy.namespace} ${proxy.pod}`,
      },
    },
  ];
};

/** Whether the proxy is that of a machine outside Kubernetes: those connect by their host name, known by their address. */
function machineOf({ proxy, mesh: { objects } }: DriftFacts): 'yes' | 'no' | 'perhaps' {
  const entries = objects.WorkloadEntry.filter(({ metadata }) => metadata.namespace === proxy.namespace);
  const address = proxy.connection?.address;
  if (address !== undefined && entries.some(({ spec }) => spec.address === address)) return 'yes';
  const hasGroup = objects.WorkloadGroup.some(({ metadata }) => metadata.namespace === proxy.namespace);
  const isUndecided = address === undefined ? entries.length > 0 || hasGroup : hasGroup;
  return isUndecided ? 'perhaps' : 'no';
}
