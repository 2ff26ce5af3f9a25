import type { LeftOverFinder } from './left-over-finder.ts';

const why =
  'The operator that ran inside the cluster ended with Istio 1.23. Left running it can undo what istioctl or Helm installed.';

function isOperator({ metadata }: { metadata: { name: string; labels: Record<string, string> } }): boolean {
  return metadata.labels.name === 'istio-operator' || /^istio-operator(-|$)/.test(metadata.name);
}

/** The Deployment of the operator. */
export const operatorDeployment: LeftOverFinder = {
  needs: ['Deployment'],
  find: ({ objects }) =>
    objects.Deployment.filter(isOperator).map(({ metadata: { namespace = '', name } }) => ({
      title: 'Operator that no longer belongs to Istio',
      object: { kind: 'Deployment', namespace, name },
      why,
      command: `kubectl delete deployment -n ${namespace} ${name}`,
    })),
};

/** The operator's own namespace. */
export const operatorNamespace: LeftOverFinder = {
  needs: ['Namespace'],
  find: ({ objects }) =>
    objects.Namespace.filter(({ metadata }) => metadata.name === 'istio-operator').map(
      ({ metadata: { name } }) => ({
        title: 'Namespace of the operator',
        object: { kind: 'Namespace', namespace: '', name },
        why: 'It was made for the operator, which ended with Istio 1.23.',
        command: `kubectl delete namespace ${name}`,
      }),
    ),
};

/** What the operator was told to install. */
export const operatorObjects: LeftOverFinder = {
  needs: ['IstioOperator'],
  find: ({ objects }) =>
    objects.IstioOperator.map(({ metadata: { namespace = '', name } }) => ({
      title: 'IstioOperator that nothing acts on',
      object: { kind: 'IstioOperator', namespace, name },
      why: 'Without the operator a change of this object has no effect, but readers take it for what is installed.',
      command: `kubectl delete istiooperators.install.istio.io -n ${namespace} ${name}`,
    })),
};
