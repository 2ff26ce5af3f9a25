import type { Split } from '../split.ts';

/** Weights in force, by the names of the versions. */
export type NamedWeights = readonly { name: string; weight: number }[];

export function namedWeights({ versions }: Pick<Split, 'versions'>): NamedWeights {
  return versions.map(({ name, weight }) => ({ name, weight }));
}

/** Smaller differences come from calculating, not from anyone's writing. */
const tolerance = 1e-9;

/** Whether both send the same shares to the same versions: 1:3 is 25:75, and a version of weight 0 is none. */
export function isSameSplit(one: NamedWeights, other: NamedWeights): boolean {
  const [left, right] = [sharesOf(one), sharesOf(other)];
  return (
    left.size === right.size &&
    [...left].every(([name, share]) => Math.abs(share - (right.get(name) ?? -1)) < tolerance)
  );
}

function sharesOf(weights: NamedWeights): ReadonlyMap<string, number> {
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return new Map(
    weights.filter(({ weight }) => weight > 0).map(({ name, weight }) => [name, weight / sum] as const),
  );
}

/** `1:1 → 3:1`; with names where the versions are others than before, `new, 3:1` where there was no such rule. */
export function changeText(before: NamedWeights | undefined, after: NamedWeights): string {
  if (before === undefined) return `new, ${ratioText(after)}`;
  const isSameList =
    before.length === after.length && before.every(({ name }, index) => after[index]?.name === name);
  const text = isSameList ? ratioText : namesText;
  return `${text(before)} → ${text(after)}`;
}

/** `25:25:50` */
export function ratioText(weights: NamedWeights): string {
  return weights.map(({ weight }) => weight).join(':');
}

function namesText(weights: NamedWeights): string {
  return weights.map(({ name, weight }) => `${name} ${weight}`).join(', ');
}
