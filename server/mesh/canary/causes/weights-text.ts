import type { Split } from '../split.ts';

/**
 * The shares by version of a line of weights, `catalog-v1 3, catalog-v2 1`; undefined for a line that is none or names
 * clusters of no version. Of several routes the first speaks, which is the one that differs.
 */
export function sharesOfText(text: string, { versions }: Pick<Split, 'versions'>): number[] | undefined {
  const [first = ''] = text.split('; ');
  const pairs = first.split(', ').map((part) => /^(.+) (\d+(?:\.\d+)?)$/.exec(part));
  const weights = new Map(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', Number(pair[2])]])));
  const isKnown = pairs.every((pair) => pair !== null && versions.some(({ name }) => name === pair[1]));
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  if (!isKnown || sum === 0) return undefined;
  return versions.map(({ name }) => (weights.get(name) ?? 0) / sum);
}

/** Weights without the names, in the order of the versions: `1:1`; the line itself where it is none. */
export function ratioOfText(text: string, { versions }: Pick<Split, 'versions'>): string {
  const [first = ''] = text.split('; ');
  const found = versions.map(({ name }) =>
    first
      .split(', ')
      .find((part) => part.startsWith(`${name} `))
      ?.slice(name.length + 1),
  );
  return found.every((weight) => weight === undefined)
    ? text
    : found.map((weight) => weight ?? '0').join(':');
}
