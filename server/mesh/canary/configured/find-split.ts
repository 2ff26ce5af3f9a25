import type { CanaryObjectQuery } from '#lib/contract/canary-query.ts';
import { ViglaError } from '#server/errors.ts';
import type { Split } from '../split.ts';

type AskedObject = Pick<CanaryObjectQuery, 'kind' | 'namespace' | 'name'>;

/** The splits of one route object. `kind` in lower case. @throws ViglaError `not_found` where it has none */
export function splitsOfObject(splits: readonly Split[], asked: AskedObject): readonly Split[] {
  const found = splits.filter(({ object }) => isAsked(object, asked));
  if (found.length > 0) return found;
  const delegated = splits.filter(({ root }) => isAsked(root, asked));
  const where =
    delegated.length === 0
      ? ''
      : `; it leads to ${[...new Set(delegated.map(({ object }) => `${object.kind} ${object.namespace}/${object.name}`))].join(', ')}, where they stand`;
  throw new ViglaError(
    'not_found',
    `${asked.kind} ${asked.namespace}/${asked.name} has no rule with two or more destinations${where}`,
  );
}

/** One split by its route's name or index. @throws ViglaError `not_found`, with the object's routes that are splits */
export function findSplit(
  splits: readonly Split[],
  { route, ...asked }: AskedObject & { route: string },
): Split {
  const own = splitsOfObject(splits, asked);
  const found = own.find((split) => split.route === route);
  if (found !== undefined) return found;
  const routes = own.map((split) => split.route).join(', ');
  throw new ViglaError(
    'not_found',
    `Route ${route} of ${asked.kind} ${asked.namespace}/${asked.name} is no split; its splits are ${routes}`,
  );
}

function isAsked({ kind, namespace, name }: Split['object'], asked: AskedObject): boolean {
  return kind.toLowerCase() === asked.kind && namespace === asked.namespace && name === asked.name;
}
