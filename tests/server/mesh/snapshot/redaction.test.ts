import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isObject } from '#lib/json/json.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import type { Sources } from '#server/sources/interface.ts';
import { demoSources, snapshotOf } from '#tests/support/demo-snapshot.ts';
import { plantInto, plants, tracesOf } from '#tests/support/planted-secrets.ts';

const proxy = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };
const planted: { where: string; secret: string }[] = [];

/** The fields of every plant, each with a secret of its own. */
function everyPlant(where: string): Record<string, unknown>[] {
  return plants.map(({ name, fields }) => {
    const secret = `Secret${createHash('sha256').update(`${where} ${name} ${planted.length}`).digest('hex').slice(0, 20)}`;
    planted.push({ where: `${where}: ${name}`, secret });
    return fields(secret);
  });
}

/** Bytes of JSON with every plant somewhere in it. */
function withPlants(where: string, bytes: Uint8Array): Uint8Array {
  const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
  for (const [index, fields] of everyPlant(where).entries())
    plantInto(document, index * 7, { [`plant${index}`]: fields });
  return new TextEncoder().encode(JSON.stringify(document));
}

/** The demo, whose every answer holds secrets. */
async function secretiveSources(): Promise<Sources> {
  const sources = demoSources();
  const { envoy, istiod, logs, traces } = sources;
  if (!envoy || !istiod || !logs || !traces) throw new Error('the demo has all sources');
  const snapshot = await sources.objects.snapshot();
  const reads = ['VirtualService', 'EnvoyFilter', 'Pod'] as const;
  for (const kind of reads) {
    const [object] = snapshot.objects[kind];
    if (object === undefined) throw new Error(`the demo has no ${kind}`);
    Object.assign(object, { plants: everyPlant(`a read ${kind}`) });
    const manifest = manifestOf(object);
    if (isObject(manifest)) Object.assign(manifest, { plants: everyPlant(`the manifest of a ${kind}`) });
  }
  return {
    ...sources,
    objects: { ...sources.objects, snapshot: async () => snapshot },
    envoy: {
      admin: async (name, question, signal) => {
        const bytes = await envoy.admin(name, question, signal);
        return ['config_dump', 'certs', 'server_info'].includes(question.path)
          ? withPlants(`the proxy's ${question.path}`, bytes)
          : bytes;
      },
    },
    istiod: {
      ...istiod,
      ask: async (question, signal) =>
        (await istiod.ask(question, signal)).map((answer) =>
          answer.body !== undefined && ['config_dump', 'mesh', 'configz'].includes(question.endpoint)
            ? { ...answer, body: withPlants(`istiod's ${question.endpoint}`, answer.body) }
            : answer,
        ),
    },
    logs: {
      async *read() {
        yield everyPlant('a log').map((fields) => ({ atMs: 1, text: JSON.stringify(fields) }));
      },
    },
    traces: {
      ...traces,
      trace: async (id, signal) => {
        const found = await traces.trace(id, signal);
        const [first] = found?.spans ?? [];
        if (first === undefined || planted.some(({ where }) => where.startsWith('a tag'))) return found;
        const tags = everyPlant('a tag of a span').map((fields, index) => [
          `tag${index}`,
          JSON.stringify(fields),
        ]);
        return { spans: [{ ...first, attributes: Object.fromEntries(tags) }], warnings: [] };
      },
    },
  };
}

test('no planted secret is in a snapshot', { timeout: 120_000 }, async () => {
  const chosen = `${proxy.namespace}/${proxy.pod}`;
  const sources = await secretiveSources();
  const bytes = await snapshotOf(sources, `range=1m&proxies=${chosen}&logs=${chosen}&namespaces=bookinfo`);
  const text = gunzipSync(bytes).toString('utf8');
  const leaked = planted.filter(({ secret }) => tracesOf(secret).some((trace) => text.includes(trace)));
  const places = new Set(planted.map(({ where }) => where.split(':')[0]));
  console.info(
    `${planted.length} secrets planted in ${places.size} kinds of answers; ${leaked.length} leaked`,
  );
  expect(places.size).toBe(13);
  expect(leaked.map(({ where }) => where)).toEqual([]);
  expect(text.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(planted.length);
});
