import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AdminPath, adminPaths } from '#lib/proxy/admin-paths.ts';
import { type IstiodEndpoint, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { answeringPorts } from '#tests/support/answering-stream.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const running = { spec: {}, status: { phase: 'Running' } };
const proxy = { namespace: 'shop', pod: 'checkout' };
const snapshot = objectsSnapshot([
  {
    kind: 'Pod',
    name: 'checkout',
    namespace: 'shop',
    ...running,
    spec: { containers: [{ name: 'istio-proxy' }] },
  },
  { kind: 'Pod', name: 'istiod-1', namespace: 'istio-system', labels: { app: 'istiod' }, ...running },
]);
const objects = { snapshot: async () => snapshot };
const limits = { timeoutMs: 5_000, limitBytes: 1_000 };

/** What would push, clear, disconnect, drain, end or reset something, and ways to smuggle it in. */
const forbidden = [
  'quitquitquit',
  'drain_listeners',
  'reset_counters',
  'healthcheck/fail',
  'cpuprofiler',
  'runtime_modify',
  'reopen_logs',
  'adsz',
  'cachez',
  'force_disconnect',
  'config_dump?x',
  'clusters/../quitquitquit',
  '../quitquitquit',
  'clusters HTTP/1.1\r\n\r\nPOST /quitquitquit',
  '__proto__',
  'constructor',
  '',
];
const names = [
  'push',
  'clear',
  'proxyID',
  'mask',
  'enable',
  'level',
  'paths',
  'include_eds',
  'format',
  'types',
];
const anyParameters = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string(), {
  maxKeys: 3,
});

type Table = Record<string, { method: string; path: string; parameters: readonly string[] }>;
const ofEnvoy: Table = Object.fromEntries(
  Object.entries(adminPaths).map(([name, entry]) => [
    name,
    { ...entry, path: `/${name.replace('agent/', '')}` },
  ]),
);
const ofIstiod: Table = Object.fromEntries(
  Object.entries(istiodEndpoints).map(([name, entry]) => [name, { ...entry, method: 'GET' }]),
);

/** Whether the first line of a request is an entry of the table with parameters of that entry, and nothing else. */
function isAllowed(line: string, table: Table): boolean {
  const [, method, address = ''] = /^(GET|POST) (\S+) HTTP\/1\.1$/.exec(line) ?? [];
  const [path, query = ''] = address.split('?');
  const asked = [...new URLSearchParams(query).keys()];
  return Object.values(table).some(
    (entry) =>
      entry.path === path &&
      entry.method === method &&
      asked.every((name) => entry.parameters.includes(name)),
  );
}

describe.each([
  ['a proxy', ofEnvoy],
  ['istiod', ofIstiod],
])('whatever %s is asked', (whom, table) => {
  test('only what is in the table leaves, as it was asked; all else fails before anything is opened', async () => {
    const path = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(table)) },
      { weight: 1, arbitrary: fc.constantFrom(...forbidden) },
      { weight: 1, arbitrary: fc.string() },
    );
    const question = path.chain((name) => {
      const own = table[name]?.parameters ?? [];
      const ownParameters =
        own.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...own), fc.string());
      return fc.tuple(fc.constant(name), fc.oneof(ownParameters, anyParameters));
    });
    const count = { sent: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(question, async ([name, given]) => {
        const { forwardPort, sent } = answeringPorts();
        const pods = { forwardPort, objects, ...limits };
        const outcome = await (whom === 'istiod'
          ? // The types forbid what is tried here.
            createIstiod(pods).ask({ endpoint: name as IstiodEndpoint, parameters: given })
          : createEnvoy({ ...pods, isWritable: true }).admin(proxy, {
              path: name as AdminPath,
              parameters: given,
            })
        ).then(
          () => 'sent',
          (error: unknown) => error,
        );
        const isKnown =
          Object.hasOwn(table, name) &&
          Object.keys(given).every((parameter) => table[name]?.parameters.includes(parameter));
        if (!isKnown) {
          expect(outcome).toMatchObject({ code: 'forbidden' });
          expect(sent).toEqual([]);
          count.refused += 1;
          return;
        }
        expect(outcome).toBe('sent');
        expect(sent).toHaveLength(1);
        const [{ line } = { line: '' }] = sent;
        expect(isAllowed(line, table)).toBe(true);
        count.sent += 1;
        // Of a proxy that could be mistaken for another, istiod is asked for the connections first.
        if (name !== 'connections' && line.includes('/debug/connections')) return;
        const query = new URLSearchParams(line.split(' ')[1]?.split('?')[1] ?? '');
        for (const [parameter, value] of Object.entries<string>(given))
          expect(query.get(parameter)).toBe(
            parameter === 'include_eds' && value === '' ? 'true' : value.toWellFormed(),
          );
      }),
      { numRuns: 1_000 },
    );
    console.info(`${whom}: ${count.sent} sent, ${count.refused} refused`);
    expect(count.sent).toBeGreaterThan(200);
    expect(count.refused).toBeGreaterThan(300);
  });
});

test.each(forbidden)('%j is refused with words, live and recorded', async (path) => {
  const { forwardPort, sent } = answeringPorts();
  const recording = createRecording({});
  const pods = { forwardPort, objects, ...limits };
  const words = {
    code: 'forbidden',
    message: `Vigla does not ask a proxy for "${path}": only what reads and changes nothing is on its list.`,
  };
  // The types forbid what is tried here.
  const question = { path: path as AdminPath };
  await expect(createEnvoy({ ...pods, isWritable: true }).admin(proxy, question)).rejects.toMatchObject(
    words,
  );
  await expect(recording.envoy?.admin(proxy, question)).rejects.toMatchObject(words);
  const asked = { endpoint: path as IstiodEndpoint };
  await expect(createIstiod(pods).ask(asked)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(recording.istiod?.ask(asked)).rejects.toMatchObject({ code: 'forbidden' });
  expect(sent).toEqual([]);
});

test('nothing that changes something is in the tables', () => {
  for (const name of forbidden) {
    expect(Object.hasOwn(adminPaths, name)).toBe(false);
    expect(Object.hasOwn(istiodEndpoints, name)).toBe(false);
  }
  const parameterNames = [...Object.values(ofEnvoy), ...Object.values(ofIstiod)].flatMap(
    (entry) => entry.parameters,
  );
  for (const name of ['push', 'clear', 'enable', 'level', 'paths'])
    expect(parameterNames).not.toContain(name);
});
