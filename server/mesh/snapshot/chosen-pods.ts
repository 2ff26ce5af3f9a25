import type { ChosenPods } from '#lib/contract/snapshot.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';

/**
 * The pods that are asked for, at most `most` of them, and how many were left out; in the order of their names.
 * `absent` are names that no pod has.
 */
export function choosePods(
  pods: readonly ObjectOf<'Pod'>[],
  { chosen, namespaces, most }: { chosen: ChosenPods; namespaces: '*' | readonly string[]; most: number },
): { pods: ObjectOf<'Pod'>[]; leftOut: number; absent: string[] } {
  const known = new Map(pods.map((pod) => [nameOf(pod), pod]));
  const names = [...known.keys()].sort();
  const isIncluded = (name: string) => {
    if (chosen === 'none') return false;
    if (chosen !== 'all') return chosen.includes(name);
    return namespaces === '*' || namespaces.includes(name.split('/')[0] ?? '');
  };
  const asked = names.filter(isIncluded);
  return {
    pods: asked.slice(0, most).flatMap((name) => known.get(name) ?? []),
    leftOut: Math.max(0, asked.length - most),
    absent: typeof chosen === 'string' ? [] : chosen.filter((name) => !known.has(name)),
  };
}

function nameOf({ metadata }: ObjectOf<'Pod'>): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
