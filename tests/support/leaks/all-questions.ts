import { apiFiles } from '#lib/contract/files.ts';
import { apiPosts } from '#lib/contract/posts.ts';
import { apiRoutes } from '#lib/contract/routes.ts';
import { apiStreams } from '#lib/contract/streams.ts';
import { recordedAnswer } from '#tests/support/recorded-dump.ts';
import type { RouteQuestion } from './ask-route.ts';
import {
  fileAddresses,
  type Place,
  postAddresses,
  routeAddresses,
  streamAddresses,
} from './route-addresses.ts';

type Addresses = Readonly<Record<string, readonly ((place: Place) => string)[]>>;

const registries: readonly { routes: object; addresses: Addresses }[] = [
  { routes: apiRoutes, addresses: routeAddresses },
  { routes: apiFiles, addresses: fileAddresses },
  { routes: apiStreams, addresses: streamAddresses },
  { routes: apiPosts, addresses: postAddresses },
];

/** Routes of the contract without an address here. */
export function unlistedRoutes(): string[] {
  return registries.flatMap(({ routes, addresses }) =>
    Object.keys(routes).filter((route) => (addresses[route]?.length ?? 0) === 0),
  );
}

/** Every route asked about a place, in every way that is listed. */
export function allQuestions(place: Place): RouteQuestion[] {
  return registries.flatMap(({ routes, addresses }) =>
    Object.keys(routes).flatMap((route) =>
      (addresses[route] ?? []).map((addressOf): RouteQuestion => {
        const question = { route, address: addressOf(place) };
        if (routes === apiStreams) return { ...question, isStream: true };
        return routes === apiPosts ? { ...question, body: bodyOf(route, place) } : question;
      }),
    ),
  );
}

/** Somebody's own dump, opened from a file. */
const ownDump = 'shop.catalog-v1-5dptcrx82q-fs4s7';

function bodyOf(route: string, { namespace, route: { name } }: Place): RouteQuestion['body'] {
  if (route.startsWith('/api/dumps/') || route.endsWith('/compare'))
    return new Uint8Array(recordedAnswer(ownDump, 'config_dump.json'));
  if (route.endsWith('/trial'))
    return JSON.stringify({ namespace, manifest: 'kind: Pod\nmetadata: { name: one }\nspec: {}' });
  if (route.endsWith('/logging')) return JSON.stringify({ level: 'info' });
  return JSON.stringify({ name, namespace, phase: 'rollout' });
}
