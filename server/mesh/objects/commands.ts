import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { type ObjectKind, objectKinds } from '#lib/objects/kinds.ts';

/** What shows the same on a command line: kubectl's views of the object, and what istioctl thinks of it. */
export function objectCommands(
  kind: ObjectKind,
  { namespace, name }: ObjectReference,
): ObjectDetail['commands'] {
  const { plural, group } = objectKinds[kind];
  const resource = group === '' ? plural : `${plural}.${group}`;
  const place = namespace === '' ? '' : ` -n ${namespace}`;
  return [
    { title: 'The object', command: `kubectl get ${resource} ${name}${place} -o yaml` },
    { title: 'With its events', command: `kubectl describe ${resource} ${name}${place}` },
    {
      title: 'Istio’s own findings',
      command: namespace === '' ? 'istioctl analyze -A' : `istioctl analyze -n ${namespace}`,
    },
  ];
}
