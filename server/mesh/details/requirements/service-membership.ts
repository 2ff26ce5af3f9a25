import { object, type RequirementRule } from './requirement-rule.ts';
import { subjectName, type WorkloadSubject } from './workload-subject.ts';

/** What runs to its end serves nobody. */
const neverServes: ReadonlySet<string> = new Set(['Job', 'CronJob']);

export const serviceMembership: RequirementRule<WorkloadSubject> = {
  id: 'service-membership',
  title: 'A Service selects its pods',
  check: (subject) => {
    const { services, workload, unread } = subject;
    const { kind, namespace } = workload;
    if (services.length > 0) {
      const names = services.map(({ metadata }) => metadata.name).join(', ');
      return {
        state: 'ok',
        text: `${services.length === 1 ? 'Service' : 'Services'} ${names} of namespace ${namespace} ${services.length === 1 ? 'selects' : 'select'} its pods.`,
        evidence: services.map(({ metadata }) =>
          object(`Service ${namespace}/${metadata.name}: spec.selector`),
        ),
      };
    }
    if (unread.includes('Service')) return { state: 'unknown', text: 'Services could not be read.' };
    if (neverServes.has(kind))
      return { state: 'notApplicable', text: `A ${kind} runs to its end and needs no Service.` };
    return {
      state: 'warning',
      text: 'No Service selects its pods: nothing in the mesh knows its ports or protocols, and no route or policy of a host can be for it.',
      fix: 'Create a Service that selects the pods, even where nobody calls them.',
      evidence: [object(`${subjectName(subject)}: no Service of namespace ${namespace} selects its labels`)],
      pods: workload.pods.map(({ metadata }) => metadata.name),
    };
  },
};
