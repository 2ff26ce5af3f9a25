import type { AppliedObject } from '#lib/contract/applied-config.ts';

export const words = {
  label: 'Objects that apply',
  kind: 'Kind',
  name: 'Name',
  namespace: 'Namespace',
  applies: 'Applies by',
  why: 'Why',
  says: 'Says',
  created: 'Created',
  empty: 'Nothing applies here',
  emptyText:
    'No Istio or Gateway API object selects it, names its host or stands in its namespace. Istio’s defaults hold.',
  footnote: 'Objects as they are now, whatever the page’s time range.',
  scopes: {
    selector: 'selector',
    target: 'target',
    host: 'host',
    backend: 'route’s backend',
    gateway: 'gateway',
    namespace: 'namespace',
    mesh: 'whole mesh',
  } satisfies Record<AppliedObject['scope'], string>,
} as const;
