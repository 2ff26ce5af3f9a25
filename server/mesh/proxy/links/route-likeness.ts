import { z } from 'zod';
import { objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { destinationsOf } from './destinations-of-clusters.ts';
import type { ExpectedRoute } from './expected-routes.ts';
import type { Origin } from './origin.ts';

const stringMatch = z.looseObject({
  exact: z.string().optional(),
  prefix: z.string().optional(),
  regex: z.string().optional(),
});
const matchSchema = z.looseObject({
  uri: stringMatch.optional(),
  headers: z.record(z.string(), z.unknown()).default({}),
  withoutHeaders: z.record(z.string(), z.unknown()).default({}),
  queryParams: z.record(z.string(), z.unknown()).default({}),
});

/**
 * How much a route of Envoy looks like one that a rule would give; undefined where it cannot be it. A name that differs
 * excludes; path, headers and query parameters count more than destinations, because a proxy that is behind has those
 * of an earlier version of the rule.
 */
export function likenessOf(origin: Origin, expected: ExpectedRoute): number | undefined {
  if (!expected.names.includes(origin.routeName ?? '')) return undefined;
  const match = matchSchema.safeParse(expected.match ?? {}).data;
  const isPathAlike = origin.match === undefined || pathOf(origin) === expectedPath(match?.uri);
  const areNamesAlike =
    origin.match === undefined ||
    (sameNames(namesAt(origin, 'headers'), [
      ...Object.keys(match?.headers ?? {}),
      ...Object.keys(match?.withoutHeaders ?? {}),
    ]) &&
      sameNames(namesAt(origin, 'query_parameters'), Object.keys(match?.queryParams ?? {})));
  return (isPathAlike ? 4 : 0) + (areNamesAlike ? 2 : 0) + (leadsThere(origin, expected) ? 1 : 0);
}

/** Envoy's match of a path in one text: what kind it is, and its value. */
function pathOf({ match }: Origin): string {
  const separated = textAt(match, 'path_separated_prefix');
  const regex = textAt(match, 'safe_regex', 'regex');
  const exact = textAt(match, 'path');
  if (exact !== undefined) return `exact ${exact}`;
  if (regex !== undefined) return `regex ${regex}`;
  return `prefix ${separated ?? textAt(match, 'prefix') ?? '/'}`;
}

function expectedPath(uri: z.output<typeof stringMatch> | undefined): string {
  if (uri?.exact !== undefined) return `exact ${uri.exact}`;
  if (uri?.regex !== undefined) return `regex ${uri.regex}`;
  return `prefix ${uri?.prefix ?? '/'}`;
}

function namesAt({ match }: Origin, field: string): string[] {
  // Conditions on method, scheme and authority are headers in Envoy.
  return objectsAt(match, field)
    .map((one) => textAt(one, 'name') ?? '')
    .filter((name) => !name.startsWith(':'));
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other.map((name) => name.toLowerCase()));
  return one.length === names.size && one.every((name) => names.has(name.toLowerCase()));
}

/** Destinations of weight 0 are left out by Istio; mirrors may be among the clusters. */
function leadsThere({ clusters = [] }: Origin, { rule, namespace }: ExpectedRoute): boolean {
  const route = rule.route ?? [];
  const wanted = route
    .filter(({ weight }) => route.length === 1 || (weight ?? 0) > 0)
    .map(({ destination }) => destination);
  const reached = destinationsOf(clusters);
  return (
    (wanted.length > 0 || clusters.length === 0) &&
    wanted.every(({ host, subset = '' }) => reached.has(host, subset, namespace))
  );
}
