import type { Requirement } from '#lib/contract/details.ts';

export const overviewWords = {
  properties: 'Properties',
  labels: 'Labels and annotations',
  noLabels: 'It has none.',
  label: 'Label',
  annotation: 'Annotation',
  showWhole: 'show all of it',
  fold: 'fold it',
  pods: 'Pods',
  noPods: 'No pod runs.',
  requirements: 'Requirements',
  requirementsNote: 'what Istio asks of it',
  endpoints: 'Endpoints',
  noEndpoints: 'No address stands behind it.',
  ports: 'Ports',
  workloads: 'Workloads',
  services: 'Services',
  why: (title: string) => `Why: ${title}`,
  podsAffected: (names: readonly string[]) => `Not met by ${names.join(', ')}`,
} as const;

/** How the outcomes of Istio's requirements are said; the order in which they stand. */
export const requirementWords: Record<Requirement['state'], string> = {
  failed: 'Not met',
  warning: 'Doubtful',
  unknown: 'Unknown',
  ok: 'Met',
  notApplicable: 'Does not apply',
};
