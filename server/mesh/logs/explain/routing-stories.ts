import { calledHost, type StoryEntry } from './story.ts';

/** The request found no way. Source: Envoy's response code details, and the names that istiod gives to its routes. */
export const routingStories: readonly StoryEntry[] = [
  {
    says: /^filter_chain_not_found/,
    tell: () => ({
      text: 'No filter chain of this listener fits the connection, so it was closed. A call in plain text to a port where mutual TLS is STRICT looks exactly so; such calls have no metrics.',
      next: 'Check whether the caller has a sidecar, and the PeerAuthentication that applies to this workload.',
      command: 'kubectl get peerauthentication -A',
    }),
  },
  {
    says: /^route_not_found/,
    tell: (_, access, { namespace, pod }) => ({
      text: `No route of this proxy fits ${access.method ?? 'the request'} ${access.path ?? ''} on the host ${calledHost(access)}.`,
      next: 'Check the hosts of the Gateway, and the hosts and matches of the VirtualService or HTTPRoute.',
      command: `istioctl proxy-config routes ${pod} -n ${namespace}`,
    }),
  },
  {
    says: /^cluster_not_found/,
    tell: (_, { routeName }, { namespace, pod }) => ({
      text: `The route${routeName === undefined ? '' : ` ${routeName}`} leads to a cluster that this proxy does not have.`,
      next: 'Check host and subset of the destination: a DestinationRule is found only in the namespace of the client, of the service, or in the root namespace. Check too whether the proxy is in sync.',
      command: `istioctl proxy-config clusters ${pod} -n ${namespace}`,
    }),
  },
  {
    says: /^no_healthy_upstream/,
    tell: (_, { upstreamCluster }, { namespace, pod }) => ({
      text: `${upstreamCluster ?? 'The called cluster'} has no healthy endpoint.`,
      next: 'Check ready pods, the labels of the subset, and ejections by outlier detection.',
      command: `istioctl proxy-config endpoints ${pod} -n ${namespace}${upstreamCluster === undefined ? '' : ` --cluster '${upstreamCluster}'`}`,
    }),
  },
  {
    says: /^direct_response/,
    tell: (_, access) =>
      access.routeName === 'block_all'
        ? {
            text: `${calledHost(access)} is not known to this proxy, and outbound traffic to unknown hosts is blocked (REGISTRY_ONLY).`,
            next: 'Add a ServiceEntry for the host, or check whether the name and port of the Service are right and visible to this namespace (exportTo, Sidecar).',
          }
        : {
            text: `The route${access.routeName === undefined ? '' : ` ${access.routeName}`} is configured to answer ${access.responseCode ?? 'by itself'}; the request was not passed on.`,
            next: 'Look for redirect or directResponse in the VirtualService, or a RequestRedirect filter in the HTTPRoute.',
          },
  },
];
