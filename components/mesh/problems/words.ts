import type { ProblemGroup, ProblemSeverity } from '#lib/contract/mesh-problems.ts';

export const words = {
  problems: 'problems',
  severity: 'Severity',
  severities: {
    failing: 'Failing',
    degraded: 'Degraded',
    info: 'To know',
  } satisfies Record<ProblemSeverity, string>,
  group: 'Told by',
  groups: {
    push: 'last push',
    proxy: 'proxy',
    istiod: 'istiod’s counters',
  } satisfies Record<ProblemGroup, string>,
  problem: 'Problem',
  sentence: 'What it means',
  objects: 'Objects',
  fix: 'What to do',
  proxies: 'Proxies',
  raw: 'As istiod says it',
  metric: 'Metric',
  replicas: 'Replicas',
  none: 'No complaints',
  noneText: 'istiod’s last push, its proxies and its own counters name no problem.',
} as const;
