import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { restrictSources } from '#server/access/restrict/restrict-sources.ts';
import { demoSources, snapshotOf } from '#tests/support/demo-snapshot.ts';

test('a snapshot has nothing of a namespace that its maker may not see', { timeout: 120_000 }, async () => {
  const sources = restrictSources(demoSources(), { namespaces: new Set(['shop']) });
  const { Pod: pods, Service: services } = (await demoSources().objects.snapshot()).objects;
  const ofBookinfo = [...pods, ...services]
    .filter(({ metadata }) => metadata.namespace === 'bookinfo')
    .map(({ metadata }) => metadata.name)
    .filter((name) => name.includes('-') || name === 'productpage');
  const lines = gunzipSync(await snapshotOf(sources, 'range=5m'))
    .toString('utf8')
    .split('\n');
  // What a pod of one's own writes, sends and is configured to call speaks of others, and is one's own to see.
  const text = lines.filter((line) => !/^\{"part":"(proxy|log|trace)"|"proxyId"/.test(line)).join('\n');
  const places = lines.flatMap(
    (line) => /^\{"part":"(?:proxy|log)","namespace":"([^"]+)"/.exec(line)?.[1] ?? [],
  );
  const leaked = ofBookinfo.filter((name) => text.includes(name));
  console.info(`${ofBookinfo.length} names of bookinfo looked for, ${leaked.length} found`);
  expect(leaked).toEqual([]);
  expect(new Set(places)).toEqual(new Set(['shop']));
  expect(text).toContain('istio_requests_total');
});
