/** Values that switch on all that the chart can make. */
export const allValues = {
  replicas: 3,
  secretName: 'vigla',
  config: { auth: { mode: 'anonymous' }, prometheus: { url: 'http://prometheus.monitoring:9090' } },
  env: [{ name: 'VIGLA_LOG_LEVEL', value: 'warn' }],
  image: { pullSecrets: [{ name: 'registry' }] },
  rbac: { revisions: ['canary'] },
  ingress: { enabled: true, className: 'nginx', host: 'vigla.example', tlsSecretName: 'vigla-tls' },
  httpRoute: { enabled: true, parentRefs: [{ name: 'gateway' }], hostnames: ['vigla.example'] },
  networkPolicy: { enabled: true, from: [{ namespaceSelector: {} }], to: [{ ports: [{ port: 9090 }] }] },
  serviceMonitor: { enabled: true, labels: { release: 'prometheus' } },
  podLabels: { team: 'mesh' },
  podAnnotations: { note: 'yes' },
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  tolerations: [{ operator: 'Exists' }],
};
