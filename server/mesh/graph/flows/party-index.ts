import type { EdgeRow, Party, RowEnds } from '../rows/edge-row.ts';

type Variants = Map<Party, number>;

/**
 * App and version of a workload are those that most of its traffic carries: labels may change while it runs. The answer
 * tells the party by its key.
 */
export function indexParties(rows: readonly EdgeRow[]): (key: string, party: Party) => Party {
  const weightByEnds = new Map<RowEnds, number>();
  for (const { ends, value } of rows) weightByEnds.set(ends, (weightByEnds.get(ends) ?? 0) + value);

  const variantsByKey = new Map<string, Variants>();
  for (const [ends, weight] of weightByEnds) {
    addWeight(variantsByKey, ends.sourceKey, { party: ends.source, weight });
    addWeight(variantsByKey, ends.destinationKey, { party: ends.destination, weight });
  }

  const bestByKey = new Map<string, Party>();
  for (const [key, variants] of variantsByKey) {
    const [best] = [...variants].sort(
      ([left, leftWeight], [right, rightWeight]) =>
        rightWeight - leftWeight || (variantOf(left) < variantOf(right) ? -1 : 1),
    );
    if (best !== undefined) bestByKey.set(key, best[0]);
  }
  return (key, party) => bestByKey.get(key) ?? party;
}

function addWeight(
  variantsByKey: Map<string, Variants>,
  key: string,
  { party, weight }: { party: Party; weight: number },
): void {
  let variants = variantsByKey.get(key);
  if (variants === undefined) {
    variants = new Map();
    variantsByKey.set(key, variants);
  }
  variants.set(party, (variants.get(party) ?? 0) + weight);
}

function variantOf({ app, version }: Party): string {
  return `${app}|${version}`;
}
