import { describe, expect, test } from 'vitest';
import { dumpFilePosts } from '#lib/contract/dump-file.ts';
import { sectionQuery } from '#lib/contract/proxy-sections.ts';
import {
  loadFileClusters,
  loadFileEcds,
  loadFileEndpoints,
  loadFileListeners,
  loadFileRoutes,
  loadFileSecrets,
} from '#server/mesh/proxy/dump-file/load-dump-file.ts';
import {
  loadClusters,
  loadEcds,
  loadEndpoints,
  loadListeners,
  loadRoutes,
  loadSecrets,
} from '#server/mesh/proxy/load-section.ts';
import { dumpOf } from '#tests/support/made-dump.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';

const recorded = mutatedRecording({});
/** Times in a file are what they are: here they are not moved for the proxy either. */
const context = { ...recorded, sources: { ...recorded.sources, recordedShiftMs: 0 } };
const proxies = [
  { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' },
  { namespace: 'istio-system', pod: 'istio-ingressgateway-rz5k26nnz7-bspdl' },
];

async function dumpFileOf({ namespace, pod }: { namespace: string; pod: string }): Promise<Uint8Array> {
  const { envoy } = context.sources;
  if (envoy === undefined) throw new Error('the recording has proxies');
  return envoy.admin({ namespace, pod }, { path: 'config_dump', parameters: { include_eds: '' } });
}

describe.each(proxies)('a dump of $pod out of a file', (proxy) => {
  test.each([
    ['clusters', loadFileClusters, loadClusters],
    ['listeners', loadFileListeners, loadListeners],
    ['routes', loadFileRoutes, loadRoutes],
    ['secrets', loadFileSecrets, loadSecrets],
    ['ecds', loadFileEcds, loadEcds],
  ] as const)('has the same %s and links as the proxy itself', async (section, ofFile, ofProxy) => {
    const file = await ofFile({}, await dumpFileOf(proxy), context);
    const live = await ofProxy(sectionQuery.parse(proxy), context);
    expect(file.data.rows).toEqual(live.data.rows);
    expect(dumpFilePosts[`/api/dumps/${section}`].data.safeParse(file.data).error).toBeUndefined();
    console.info(`dump file: ${file.data.rows.length} ${section} of ${proxy.pod}`);
  });

  test('has the endpoints that EDS sent', async () => {
    const file = await loadFileEndpoints({}, await dumpFileOf(proxy), context);
    const live = await loadEndpoints(sectionQuery.parse(proxy), context);
    const known = new Set(live.data.rows.map(({ cluster, endpoint }) => `${cluster} ${endpoint}`));
    expect(file.data.rows.length).toBeGreaterThan(10);
    const unknown = file.data.rows.filter(({ cluster, endpoint }) => !known.has(`${cluster} ${endpoint}`));
    expect(unknown.map(({ cluster, endpoint }) => `${cluster} ${endpoint}`)).toEqual([]);
  });
});

test('of a proxy that is gone it has rows and links all the same', async () => {
  const text = new TextDecoder().decode(await dumpFileOf(proxies[0] ?? { namespace: '', pod: '' }));
  const elsewhere = new TextEncoder().encode(text.replaceAll('productpage-v1-28plfps84f-nlf6t', 'gone-1'));
  const { data } = await loadFileClusters({}, elsewhere, context);
  expect(data.rows.filter(({ links }) => links.length > 0).length).toBeGreaterThan(60);
});

test.each([
  ['no JSON', new TextEncoder().encode('hello'), 'not JSON'],
  ['cut off', new TextEncoder().encode('{"configs":[{"@type":'), 'cut off'],
  ['another document', new TextEncoder().encode('{"kind":"Pod"}'), 'no "configs"'],
])('a file that is %s is refused with the reason', async (_, bytes, reason) => {
  await expect(loadFileRoutes({}, bytes, context)).rejects.toMatchObject({
    code: 'bad_parameter',
    parameter: 'body',
    message: expect.stringContaining(reason),
  });
});

test('parts of unknown types are named', async () => {
  const { data, warnings } = await loadFileRoutes({}, dumpOf({ part: 'FutureConfigDump' }), context);
  expect(data).toMatchObject({ rows: [], unknown: [{ path: 'configs[0]' }] });
  expect(warnings[0]?.message).toContain('FutureConfigDump');
});
