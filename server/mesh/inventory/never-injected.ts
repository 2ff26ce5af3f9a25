/** Namespaces that Istio's injector never looks at. Source: `IgnoredNamespaces` of istiod's `pkg/kube/inject`. */
export const neverInjected: readonly string[] = [
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'local-path-storage',
];
