import { expect, test } from 'vitest';
import type { Access } from '#server/access/access.ts';
import type { User } from '#server/access/user.ts';
import { ViglaError } from '#server/errors.ts';
import { clustersOf } from '#server/http/clusters-of.ts';
import type { NamedClusters } from '#server/sources/cluster/mesh-clusters.ts';
import type { Sources } from '#server/sources/interface.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const processWide: { [key: symbol]: unknown } = globalThis;
const keys = { home: Symbol.for('vigla.sources'), others: Symbol.for('vigla.otherClusters') };

function sourcesOf(cluster: string): Sources {
  return {
    mode: 'cluster',
    metrics: {
      query: async () => ({ rows: [], warnings: [] }),
      queryRange: async () => ({ rows: [], warnings: [] }),
      status: async () => ({ id: 'prometheus', state: 'ok' }),
    },
    objects: {
      snapshot: async () => objectsSnapshot([], { cluster }),
      status: async () => ({ id: 'kubernetes', state: 'ok' }),
    },
    now: () => 0,
  };
}

let isWestOfSecret = false;
const east = sourcesOf('east');
const west = sourcesOf('west');
processWide[keys.home] = east;
processWide[keys.others] = async (): Promise<NamedClusters> => ({
  home: 'east',
  clusters: [{ name: 'west', sources: west, isOfSecret: isWestOfSecret }],
  unusable: [],
});

const user = { name: 'alice', groups: [], isAnonymous: false };
const unknownToken = new ViglaError('unauthenticated', 'The token has ended.');

function ask(query: string, visibilityOf: Access['visibilityOf'], asker: User = user) {
  const access: Access = { identify: async () => user, visibilityOf };
  return clustersOf(new Request(`http://vigla/api/graph${query}`), {
    access,
    user: asker,
    isAnyNameTaken: false,
  });
}

const everything: Access['visibilityOf'] = async () => ({ namespaces: 'all' });
const strangerInWest: Access['visibilityOf'] = async (_user, _signal, sources) => {
  if (sources === west) throw unknownToken;
  return { namespaces: 'all' };
};

test.for<[string, string | undefined, string[] | undefined]>([
  ['', 'east', ['west']],
  ['?cluster=east', 'east', undefined],
  ['?cluster=west', 'west', undefined],
])('"%s" is about %s, with %s beside it', async ([query, cluster, others]) => {
  const asked = await ask(query, everything);
  expect((await asked.sources.objects.snapshot()).cluster).toBe(cluster);
  expect(asked.others?.map(({ name }) => name)).toEqual(others);
});

test('a name that no cluster has is refused with those that there are', async () => {
  await expect(ask('?cluster=north', everything)).rejects.toMatchObject({
    code: 'bad_parameter',
    message: 'cluster must be one of east, west',
  });
});

test('somebody whose token another cluster does not take stays signed in, and sees nothing of that cluster', async () => {
  const { sources, others, leftOut } = await ask('', strangerInWest);
  expect((await sources.objects.snapshot()).cluster).toBe('east');
  expect(leftOut).toEqual(['west']);
  expect([...(others?.[0]?.visibleNamespaces ?? ['all'])]).toEqual([]);
  await expect(others?.[0]?.sources.objects.snapshot()).rejects.toMatchObject({
    code: 'forbidden',
    message: 'Cluster west does not take your token.',
  });
});

test('a token is never shown to a cluster that only a remote secret names', async () => {
  const shownTo: Sources[] = [];
  const remember: Access['visibilityOf'] = async (_user, _signal, sources) => {
    shownTo.push(sources);
    return { namespaces: 'all' };
  };
  isWestOfSecret = true;
  try {
    const { leftOut, others } = await ask('', remember, { ...user, token: 'secret' });
    expect(shownTo).toEqual([east]);
    expect(leftOut).toEqual(['west']);
    await expect(others?.[0]?.sources.objects.snapshot()).rejects.toThrow(/your token is not shown to it/);
    await ask('', remember);
    expect(shownTo).toEqual([east, east, west]);
  } finally {
    isWestOfSecret = false;
  }
});

test('a cluster that hangs is waited for a few seconds, and nothing of it is visible', async () => {
  const hangsInWest: Access['visibilityOf'] = async (_user, signal, sources) => {
    if (sources !== west) return { namespaces: 'all' };
    const { promise, resolve } = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => resolve());
    await promise;
    return { namespaces: new Set(), failure: new ViglaError('source_failed', 'Cancelled.') };
  };
  const { leftOut } = await ask('', hangsInWest);
  expect(leftOut).toEqual(['west']);
}, 20_000);

test('somebody whose token the home cluster does not take is not signed in', async () => {
  const nobody: Access['visibilityOf'] = () => Promise.reject(unknownToken);
  await expect(ask('', nobody)).rejects.toMatchObject({ code: 'unauthenticated' });
});
