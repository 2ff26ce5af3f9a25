import type { EdgeRow, Party, RowEnds } from '../rows/edge-row.ts';
import { partyKey } from '../rows/row-keys.ts';

type Variants = Map<string, { party: Party; weight: number }>;

/** App and version of a workload are those that most of its traffic carries: labels may change while it runs. */
export function indexParties(rows: readonly EdgeRow[]): (party: Party) => Party {
  const weightByEnds = new Map<RowEnds, number>();
  for (const { ends, value } of rows) weightByEnds.set(ends, (weightByEnds.get(ends) ?? 0) + value);

  const variantsByParty = new Map<string, Variants>();
  for (const [{ source, destination }, weight] of weightByEnds)
    for (const party of [source, destination]) {
      const key = partyKey(party);
      const variants: Variants = variantsByParty.get(key) ?? new Map();
      variantsByParty.set(key, variants);
      const variant = `${party.app}|${party.version}`;
      const known = variants.get(variant);
      if (known === undefined) variants.set(variant, { party, weight });
      else known.weight += weight;
    }

  const bestByParty = new Map<string, Party>();
  for (const [key, variants] of variantsByParty) {
    const [best] = [...variants].sort(
      ([leftKey, left], [rightKey, right]) => right.weight - left.weight || (leftKey < rightKey ? -1 : 1),
    );
    if (best !== undefined) bestByParty.set(key, best[1].party);
  }
  return (party) => bestByParty.get(partyKey(party)) ?? party;
}
