import { KubeConfig } from '@kubernetes/client-node';

/** The same server, trusted in the same way, for requests that bring credentials of their own. */
export function withoutUser(config: KubeConfig): KubeConfig {
  const cluster = config.getCurrentCluster();
  const bare = new KubeConfig();
  if (cluster === null) return bare;
  const [user, context] = ['nobody', 'bare'];
  bare.loadFromOptions({
    clusters: [cluster],
    users: [{ name: user }],
    contexts: [{ name: context, cluster: cluster.name, user }],
    currentContext: context,
  });
  return bare;
}
