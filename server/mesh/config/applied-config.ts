import { stringify } from 'yaml';
import { type AppliedObject as AppliedItem, appliedScopes } from '#lib/contract/applied-config.ts';
import { type ObjectKind, objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import type { AppliedObject } from '#server/mesh/applies/applied-object.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { wordsByKind } from './words-by-kind.ts';

type Metadata = { name: string; namespace?: string | undefined };

/** Objects with what they say, those that are nearest to the thing first. */
export function appliedConfig(applied: readonly AppliedObject[], objects: MeshObjects): AppliedItem[] {
  return applied
    .flatMap((one): AppliedItem[] => {
      const found = findObject(one, objects);
      if (found === undefined) return [];
      const { kind, object } = found;
      const { creationTimestamp, namespace, name, annotations } = object.metadata;
      const { plural, group } = objectKinds[kind];
      const resource = group === '' ? plural : `${plural}.${group}`;
      const spec = 'spec' in object ? object.spec : undefined;
      return [
        {
          ...one,
          says: [...(wordsByKind[one.object.kind]?.(spec) ?? []), ...dryRunWords(annotations)],
          ...(creationTimestamp === undefined ? {} : { createdAt: creationTimestamp }),
          yaml: yamlOf(kind, object),
          command: `kubectl get ${resource} ${name} -n ${namespace ?? ''} -o yaml`,
        },
      ];
    })
    .sort((one, other) => rank(one) - rank(other));
}

/** Source: Istio's task on dry-running an AuthorizationPolicy. */
function dryRunWords(annotations: Readonly<Record<string, string>>): string[] {
  return annotations['istio.io/dry-run'] === 'true'
    ? ['dry run: its verdict is noted, and nothing is refused']
    : [];
}

function rank({ scope }: AppliedItem): number {
  return appliedScopes.indexOf(scope);
}

/** `Gateway` is the name of two kinds, told apart by which of them has an object of this name. */
function findObject({ object: { kind: name, ...at } }: AppliedObject, objects: MeshObjects) {
  const isIt = ({ metadata }: { metadata: Metadata }) =>
    metadata.name === at.name && (metadata.namespace ?? '') === at.namespace;
  for (const kind of objectKindNames) {
    if (objectKinds[kind].kind !== name) continue;
    const object = objects[kind].find(isIt);
    if (object !== undefined) return { kind, object };
  }
  return undefined;
}

const keptByServer = new Set(['managedFields', 'resourceVersion', 'uid', 'generation']);
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** What the server keeps for itself, and what is empty, says nothing to a reader. */
function yamlOf(kind: ObjectKind, { metadata, ...rest }: { metadata: object }): string {
  const { group, versions, kind: name } = objectKinds[kind];
  const apiVersion = group === '' ? versions[0] : `${group}/${versions[0]}`;
  const shown = Object.entries(metadata)
    .filter(([field]) => !keptByServer.has(field))
    .map(([field, value]) => [field, field === 'annotations' ? without(value, lastApplied) : value])
    .filter(([, value]) => !isEmpty(value));
  return stringify({ apiVersion, kind: name, metadata: Object.fromEntries(shown), ...rest });
}

function without(texts: object, name: string): object {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== name));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
