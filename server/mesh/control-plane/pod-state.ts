import type { ObjectOf } from '#lib/objects/kinds.ts';

/** Kubernetes' own word: the condition `Ready`. */
export function isPodReady({ status }: ObjectOf<'Pod'>): boolean {
  return status.conditions.some(({ type, status: state }) => type === 'Ready' && state === 'True');
}
