import { expect, test } from 'vitest';
import type { Access } from '#server/access/access.ts';
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

const east = sourcesOf('east');
const west = sourcesOf('west');
processWide[keys.home] = east;
processWide[keys.others] = async (): Promise<NamedClusters> => ({
  home: 'east',
  clusters: [{ name: 'west', sources: west }],
  unusable: [],
});

const user = { name: 'alice', groups: [], isAnonymous: false };
const unknownToken = new ViglaError('unauthenticated', 'The token has ended.');

function ask(query: string, visibilityOf: Access['visibilityOf']) {
  const access: Access = { identify: async () => user, visibilityOf };
  return clustersOf(new Request(`http://vigla/api/graph${query}`), { access, user, isAnyNameTaken: false });
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

test('somebody whose token the home cluster does not take is not signed in', async () => {
  const nobody: Access['visibilityOf'] = () => Promise.reject(unknownToken);
  await expect(ask('', nobody)).rejects.toMatchObject({ code: 'unauthenticated' });
});
