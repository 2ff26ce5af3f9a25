import type { ObjectOf } from '#lib/objects/kinds.ts';
import { object, type RequirementRule } from './requirement-rule.ts';
import { hasSidecar, ownContainers, type WorkloadSubject } from './workload-subject.ts';

const proxyUser = 1337;

/** Traffic of this user is never redirected: it is how the proxy's own leaves the pod. */
export const proxyUserFree: RequirementRule<WorkloadSubject> = {
  id: 'uid-1337',
  title: 'No container runs as user 1337',
  check: (subject) => {
    if (!hasSidecar(subject))
      return { state: 'notApplicable', text: 'Only beside a sidecar is user 1337 the proxy.' };
    const found = subject.workload.pods.flatMap((pod) => offending(pod));
    if (found.length === 0)
      return { state: 'ok', text: 'None of its own containers is set to run as user 1337, the proxy.' };
    return {
      state: 'failed',
      text: "A container runs as user 1337: the redirection takes its traffic for the proxy's own and lets it pass by the mesh.",
      fix: 'Give the container another runAsUser.',
      evidence: found.map(({ text }) => object(text)),
      pods: [...new Set(found.map(({ pod }) => pod))],
    };
  },
};

function offending(pod: ObjectOf<'Pod'>) {
  const { namespace, name } = pod.metadata;
  return ownContainers(pod)
    .filter(
      ({ securityContext }) =>
        (securityContext?.runAsUser ?? pod.spec.securityContext?.runAsUser) === proxyUser,
    )
    .map((container) => ({
      pod: name,
      text: `Pod ${namespace}/${name}: container ${container.name} has securityContext.runAsUser ${proxyUser}`,
    }));
}
