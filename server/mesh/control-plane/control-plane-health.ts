import type { Health } from '#lib/contract/health.ts';
import type { IstiodReplica } from '#lib/contract/mesh.ts';

type Judged = {
  namespace: string;
  replicas: readonly IstiodReplica[];
  desiredReplicas: number | undefined;
  versions: readonly string[];
};

/**
 * Failing without a ready replica: proxies keep what they have, but nothing changes any more, and pods that start get
 * nothing. Degraded where some are missing, silent, or of another version. Unknown where none said anything.
 */
export function controlPlaneHealth(judged: Judged): Health {
  const { namespace, replicas, desiredReplicas, versions } = judged;
  const ready = replicas.filter(({ isReady }) => isReady).length;
  const desired = desiredReplicas ?? replicas.length;
  if (desiredReplicas === 0 && replicas.length === 0)
    return health('idle', ['It is scaled to 0 replicas: nothing is served']);
  const refused = replicas.filter(({ unanswered }) => unanswered !== undefined);
  const reasons = [
    ...(ready === 0 ? [`None of ${desired} replicas in ${namespace} is ready`] : []),
    ...(ready > 0 && ready < desired ? [`${ready} of ${desired} replicas are ready`] : []),
    ...(versions.length > 1 ? [`Its replicas run different versions: ${versions.join(', ')}`] : []),
    ...refused.map(({ pod, unanswered }) => `${pod} gave no answer: ${unanswered}`),
  ];
  if (ready === 0) return health('failing', reasons);
  if (replicas.every(({ unanswered }) => unanswered !== undefined) && ready >= desired)
    return health('unknown', reasons);
  return health(reasons.length > 0 ? 'degraded' : 'healthy', reasons);
}

function health(status: Health['status'], sentences: readonly string[]): Health {
  return {
    status,
    reasons: sentences.map((text) => ({ text: text.replace(/\.$/, ''), evidence: [] })),
  };
}
