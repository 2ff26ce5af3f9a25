import type { Split } from '../split.ts';
import type { CanaryWindow } from './window-of.ts';

/**
 * A split as it was at the end of a window in the past: with the weights of then, as shares among the versions that it has
 * now. The split itself where its weights are still the same.
 */
export function splitThen(split: Split, { weightsThen }: Pick<CanaryWindow, 'weightsThen'>): Split {
  if (weightsThen === undefined) return split;
  const weights = split.versions.map(
    (version) => weightsThen.find(({ name }) => name === version.name)?.weight ?? 0,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    ...split,
    versions: split.versions.map((version, index) => {
      const weight = weights[index] ?? 0;
      return { ...version, weight, share: sum === 0 ? 0 : weight / sum };
    }),
  };
}
