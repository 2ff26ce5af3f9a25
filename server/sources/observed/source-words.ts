import type { SourceId } from '#lib/contract/status.ts';

type SourceWords = { name: string; whenUnreachable: string; whenSlow: string };

/** What to call a source, and what a person can do when it fails. */
export const sourceWords: Record<SourceId, SourceWords> = {
  prometheus: {
    name: 'Prometheus',
    whenUnreachable: 'Check that it runs and that PROMETHEUS_URL, where it is set, leads to it.',
    whenSlow: 'Ask for a shorter time range or fewer namespaces, or raise PROMETHEUS_TIMEOUT.',
  },
  kubernetes: {
    name: 'The Kubernetes API',
    whenUnreachable: 'Check that the cluster runs and that KUBECONFIG leads to it.',
    whenSlow: 'Check the load of the API server.',
  },
  istiod: {
    name: 'istiod',
    whenUnreachable:
      'Check that its pods run and that port-forwards to them are allowed, or ISTIOD_URL where it is set.',
    whenSlow: 'Check the load of istiod, or raise ISTIOD_TIMEOUT.',
  },
  proxies: {
    name: 'The proxy',
    whenUnreachable: 'Check that its pod runs.',
    whenSlow: 'Ask for one section instead of all, or raise PROXY_TIMEOUT.',
  },
  traces: {
    name: 'The trace store',
    whenUnreachable: 'Check that it runs and that its configured address is right.',
    whenSlow: 'Ask for a shorter time range.',
  },
  grafana: {
    name: 'Grafana',
    whenUnreachable: 'Check that it runs and that GRAFANA_URL, where it is set, leads to it.',
    whenSlow: 'Check its load, or raise GRAFANA_TIMEOUT.',
  },
};
