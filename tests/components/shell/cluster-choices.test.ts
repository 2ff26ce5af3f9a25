import { expect, test } from 'vitest';
import { clusterChoices } from '#components/shell/cluster-choices.ts';
import type { ClusterStatus } from '#lib/contract/status.ts';

const east: ClusterStatus = { name: 'east', isHome: true, isOpened: true, state: 'ok' };
const west: ClusterStatus = { name: 'west', isHome: false, isOpened: true, state: 'down', reason: 'refused' };

test.for<[string, Parameters<typeof clusterChoices>[0], string[] | undefined]>([
  ['several clusters', { all: [east, west], home: 'east', chosen: undefined }, ['east', 'west']],
  ['one of several', { all: [east, west], home: 'east', chosen: 'west' }, ['east', 'west']],
  [
    'two of one name',
    { all: [east, west, { ...west, isOpened: false }], home: 'east', chosen: undefined },
    ['east', 'west'],
  ],
  ['one cluster', { all: [], home: 'east', chosen: undefined }, undefined],
  ['the only one by its name', { all: [], home: 'east', chosen: 'east' }, undefined],
  ['nothing known yet', { all: [], home: undefined, chosen: 'west' }, undefined],
  ['one cluster and an address that names another', { all: [], home: 'east', chosen: 'west' }, []],
])('with %s', ([, clusters, names]) => {
  expect(clusterChoices(clusters)?.map(({ name }) => name)).toEqual(names);
});
