export const words = {
  title: 'Mesh',
  tabs: {
    overview: 'Overview',
    configuration: 'Mesh configuration',
    registry: 'Registry',
    problems: 'Problems',
    metrics: 'Metrics',
  },
  name: 'Name',
  namespace: 'Namespace',
  namespaces: 'Namespaces',
  revision: 'Revision',
  version: 'Version',
  state: 'State',
  none: 'none',
  unknown: 'not known',
  more: (count: number) => `+ ${count}`,
} as const;
