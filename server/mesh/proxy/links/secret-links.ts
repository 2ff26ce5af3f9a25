import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';

/**
 * The Kubernetes Secrets and ConfigMaps that SDS resources are named after. Secrets are never read, so that nothing says
 * whether they exist. Source: Istio's resource names of the credential controller.
 */
export const secretLinks: Linker =
  ({ proxy }) =>
  ({ secrets = [] }) =>
    secrets.flatMap((resource) => {
      const [, scheme, path = ''] =
        /^(kubernetes|kubernetes-gateway|configmap):\/\/(.+)$/.exec(resource) ?? [];
      if (scheme === undefined) return [];
      const [first = '', second] = path.split('/');
      const name = withoutSuffix(second ?? first);
      // Without a namespace it is that of the proxy; a dump from a file does not say which.
      const namespace = second === undefined ? (proxy?.namespace ?? '') : first;
      const kind = scheme === 'configmap' ? 'ConfigMap' : 'Secret';
      return [
        showsLink(
          { kind, namespace, name },
          { confidence: 'marker', because: `The name of the SDS secret ${resource} is that of the ${kind}.` },
        ),
      ];
    });

/** The authorities beside a certificate may stand in a Secret of their own, or in the same. */
function withoutSuffix(name: string): string {
  return name.replace(/-cacert$/, '');
}
