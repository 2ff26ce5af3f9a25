import type { CanaryObjectQuery } from '#lib/contract/canary-query.ts';
import { objectKindNames } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import { absent } from '#server/mesh/absent.ts';
import type { UnreadKinds } from '#server/mesh/mesh-objects.ts';
import type { Split } from '../split.ts';

type AskedObject = Pick<CanaryObjectQuery, 'kind' | 'namespace' | 'name'>;

/** Every split of a cluster, and what of its objects could not be read. */
type SplitsRead = { splits: readonly Split[]; unread: UnreadKinds };

/** The splits of one route object. `kind` in lower case. @throws ViglaError as `absent` where it has none */
export function splitsOfObject({ splits, unread }: SplitsRead, asked: AskedObject): readonly Split[] {
  const found = splits.filter(({ object }) => isAsked(object, asked));
  if (found.length > 0) return found;
  const delegated = splits.filter(({ root }) => isAsked(root, asked));
  const where =
    delegated.length === 0
      ? ''
      : `; it leads to ${[...new Set(delegated.map(({ object }) => `${object.kind} ${object.namespace}/${object.name}`))].join(', ')}, where they stand`;
  const text = `${asked.kind} ${asked.namespace}/${asked.name} has no rule with two or more destinations${where}`;
  const kinds = objectKindNames.filter((kind) => kind.toLowerCase() === asked.kind);
  throw absent({ unread, kinds, text });
}

/** One split by its route's name or index. @throws ViglaError `not_found`, with the object's routes that are splits */
export function findSplit(read: SplitsRead, { route, ...asked }: AskedObject & { route: string }): Split {
  const own = splitsOfObject(read, asked);
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
