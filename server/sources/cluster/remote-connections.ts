import type { Config } from '#server/config.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { Kubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import type { RemoteConnection } from './remote-cluster.ts';

/** A connection under a key that changes when it does. */
export type KeyedConnection = RemoteConnection & { key: string };

/** The contexts that the configuration names. */
export function configuredConnections(config: Config): KeyedConnection[] {
  return (config.KUBE_CONTEXTS ?? []).map(({ context, cluster }) => ({
    key: `context ${context}`,
    kubeconfig: { kubeconfigPath: config.KUBECONFIG, context },
    name: cluster,
    otherwise: context,
  }));
}

/**
 * The clusters of Istio's remote secrets.
 * @throws ViglaError `forbidden`, `source_*`
 */
export async function secretConnections(
  { snapshot, remoteSecrets }: Pick<Kubernetes, 'snapshot' | 'remoteSecrets'>,
  signal: AbortSignal,
): Promise<KeyedConnection[]> {
  const { rootNamespace } = await snapshot(signal);
  const secrets = await remoteSecrets.list(rootNamespace, signal);
  return secrets.map(({ cluster, secret, kubeconfig }) => ({
    key: `secret ${secret} ${cluster} ${kubeconfig}`,
    kubeconfig: { given: { text: kubeconfig, origin: `remote secret ${secret}` } },
    name: cluster,
    otherwise: cluster,
    isOfSecret: true,
  }));
}

/** The reason in words, of whatever made a connection impossible. */
export function reasonOf(error: unknown): string {
  if (error instanceof ViglaError) return error.message;
  return `It could not be opened: ${messageOf(error)}`;
}
