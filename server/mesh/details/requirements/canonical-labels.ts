import type { RequirementRule, Verdict } from './requirement-rule.ts';
import { object } from './requirement-rule.ts';
import { subjectName, type WorkloadSubject } from './workload-subject.ts';

/** The injector writes `service.istio.io/canonical-*` on every pod; what it made up itself was not said by anybody. */
export const appLabel: RequirementRule<WorkloadSubject> = {
  id: 'app-label',
  title: 'A label names the application',
  check: (subject) => {
    const { labels, name, app } = subject.workload;
    const canonical = labels['service.istio.io/canonical-name'];
    const written = writtenLabel(labels, ['app.kubernetes.io/name', 'app']);
    if (written !== undefined)
      return said(subject, { written, text: `Telemetry calls the application ${app}` });
    if (canonical !== undefined && canonical !== name)
      return said(subject, {
        written: `service.istio.io/canonical-name=${canonical}`,
        text: `Telemetry calls the application ${app}`,
      });
    return missing(subject, {
      labels: 'app, app.kubernetes.io/name or service.istio.io/canonical-name',
      text: `No label names the application, so telemetry calls it by the workload's name, ${name}: several workloads of one application then stand apart`,
      fix: 'app: <name>',
    });
  },
};

export const versionLabel: RequirementRule<WorkloadSubject> = {
  id: 'version-label',
  title: 'A label names the version',
  check: (subject) => {
    const { labels, version } = subject.workload;
    const canonical = labels['service.istio.io/canonical-revision'];
    const written = writtenLabel(labels, ['app.kubernetes.io/version', 'version']);
    if (written !== undefined)
      return said(subject, { written, text: `Telemetry calls the version ${version}` });
    if (canonical !== undefined && canonical !== 'latest')
      return said(subject, {
        written: `service.istio.io/canonical-revision=${canonical}`,
        text: `Telemetry calls the version ${version}`,
      });
    return missing(subject, {
      labels: 'version, app.kubernetes.io/version or service.istio.io/canonical-revision',
      text: 'No label names the version, so telemetry calls it latest: versions cannot be told apart, and no subset can choose one',
      fix: 'version: <version>',
    });
  },
};

type Labels = Readonly<Record<string, string>>;

function writtenLabel(labels: Labels, keys: readonly string[]): string | undefined {
  const key = keys.find((one) => labels[one] !== undefined);
  return key === undefined ? undefined : `${key}=${labels[key]}`;
}

function said(subject: WorkloadSubject, { written, text }: { written: string; text: string }): Verdict {
  return {
    state: 'ok',
    text: `${text}, as the label ${written} says.`,
    evidence: [object(`${subjectName(subject)}: pod label ${written}`)],
  };
}

type Missing = { labels: string; text: string; fix: string };

function missing(subject: WorkloadSubject, { labels, text, fix }: Missing): Verdict {
  if (subject.workload.labels['gateway.istio.io/managed'] !== undefined)
    return { state: 'notApplicable', text: 'Istio deployed this proxy and chose its labels.' };
  return {
    state: 'warning',
    text: `${text}.`,
    fix: `Add the label "${fix}" to the pod template.`,
    evidence: [object(`${subjectName(subject)}: no pod label ${labels}`)],
    pods: subject.workload.pods.map(({ metadata }) => metadata.name),
  };
}
