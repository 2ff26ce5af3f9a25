import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { isSameObject } from '#server/mesh/same-object.ts';
import type { Split } from '../split.ts';
import type { SplitRow } from './split-row.ts';

export type LinkedRow = { row: SplitRow; links: readonly ProxyLink[] };

/**
 * The rows that the very rule of a split was made into: those that link to it; of a delegate's rule only those that came
 * by way of this root. Where no link tells the rule, a route's own name does. A rule with several matches is several
 * routes.
 */
export function ruleRows(rows: readonly LinkedRow[], split: Split): SplitRow[] {
  const inForce = rows.filter(({ row }) => row.state !== 'rejected');
  const part = split.path.replace(/^spec\./, '');
  const isDelegate = !isSameObject(split.root, split.object);
  const linked = inForce.filter(
    ({ links }) =>
      links.some((link) => link.part === part && isSameObject(link, split.object)) &&
      (!isDelegate || links.some((link) => isSameObject(link, split.root))),
  );
  const found = linked.length > 0 ? linked : inForce.filter((one) => isNamed(one, split));
  return found.map(({ row }) => row);
}

/** Names that Istio gives routes of rules without one, which tell nothing. */
const unnamed = new Set(['', 'default']);

function isNamed({ row, links }: LinkedRow, { routeName, object }: Split): boolean {
  if (unnamed.has(routeName) || row.routeName !== routeName) return false;
  // The same name of another object's rule is another rule.
  const others = links.filter(({ kind, part }) => kind === object.kind && part !== undefined);
  return row.isServing && others.every((link) => isSameObject(link, object));
}
