import type { Pin, Split } from './split.ts';

/** The other rules that a caller meets: those for callers of certain labels or namespaces are only theirs. */
export function pinsOfCaller(
  { pins }: Pick<Split, 'pins'>,
  { namespace, workload }: { namespace: string; workload: string },
): readonly Pin[] {
  const key = `${namespace}/${workload}`;
  return pins.filter(({ callers }) => callers === undefined || callers.includes(key));
}
