import { describe, expect, test } from 'vitest';
import { rawDownloadQuery, rawQuery, rawSearchQuery, rawTreeQuery } from '#lib/contract/raw.ts';
import { loadRaw, loadRawFile, loadRawSearch, loadRawTree } from '#server/mesh/proxy/raw/load-raw.ts';
import { answeringAdmin } from '#tests/support/answering-admin.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';

const context = mutatedRecording({});
const productpage = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };
const first = 'configs[3].dynamic_listeners[0].active_state.listener';

function valueAt(path: string, source = 'envoy') {
  return loadRaw(rawQuery.parse({ ...productpage, path, source }), context);
}

describe('one part', () => {
  test('is what stands at its path', async () => {
    const { data } = await valueAt(`${first}.name`);
    expect(data).toEqual({
      path: `${first}.name`,
      value: '10.96.1.33_443',
      isCut: false,
      byteCount: 16,
    });
  });

  test("of istiod's dump is found with Envoy's field names", async () => {
    const whole = await loadRawTree(rawTreeQuery.parse({ ...productpage, source: 'istiod' }), context);
    expect(whole.data.slices[0]?.nodes.map(({ key }) => key)).toContain('configs');
    const { data } = await valueAt('configs[1].dynamic_active_clusters[0].cluster', 'istiod');
    expect(data.path).toBe('configs[1].dynamicActiveClusters[0].cluster');
  });

  test('is found where a dump of one section counts its parts otherwise', async () => {
    const { data } = await valueAt('configs[0].dynamic_listeners[0].active_state.listener.name');
    expect(data).toMatchObject({ path: `${first}.name`, value: '10.96.1.33_443' });
  });

  test('has no secret left', async () => {
    const { data } = await valueAt('configs[6].dynamic_active_secrets[0].secret.tls_certificate.private_key');
    expect(data.value).toEqual({ inline_bytes: '[redacted]' });
  });

  test('that is not there is said with the step that is missing', async () => {
    await expect(valueAt('configs[3].dynamic_listeners[999].name')).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('configs[3].dynamic_listeners has no entry 999'),
    });
  });

  test('that is too large is not sent, but its size is said', async () => {
    const text = 'x'.repeat(1_100_000);
    const large = mutatedRecording({
      envoy: { pod: productpage.pod, change: () => ({ configs: [{ text }] }) },
    });
    const { data } = await loadRaw(rawQuery.parse({ ...productpage, path: 'configs[0]' }), large);
    expect(data).toEqual({ path: 'configs[0]', isCut: true, byteCount: text.length + 11 });
  });
});

test('every entry of a dump can be reached through its tree, and they add up', async () => {
  const waiting = [''];
  let nodes = 0;
  for (let path = waiting.pop(); path !== undefined && nodes < 2_000; path = waiting.pop()) {
    const { data } = await loadRawTree(rawTreeQuery.parse({ ...productpage, path }), context);
    const [slice] = data.slices;
    expect(slice?.nodes).toHaveLength(Math.min(200, slice?.childCount ?? 0));
    nodes += slice?.nodes.length ?? 0;
    waiting.push(...(slice?.nodes ?? []).filter(({ childCount }) => childCount > 0).map((node) => node.path));
  }
  console.info(`raw: ${nodes} entries walked`);
  expect(nodes).toBeGreaterThan(1_500);
});

test('a text is found wherever it stands', async () => {
  const { data } = await loadRawSearch(rawSearchQuery.parse({ ...productpage, text: 'REVIEWS' }), context);
  expect(data.count).toBeGreaterThan(50);
  const found = await valueAt(data.paths[0] ?? '');
  expect(`${found.data.path} ${String(found.data.value)}`.toLowerCase()).toContain('reviews');
});

test('the whole is a file that can be read again', async () => {
  const { name, bytes } = await loadRawFile(rawDownloadQuery.parse(productpage), context);
  expect(name).toBe('bookinfo.productpage-v1-28plfps84f-nlf6t.envoy.json');
  const read: { configs: unknown[] } = JSON.parse(new TextDecoder().decode(bytes));
  expect(read.configs).toHaveLength(7);
});

test('an answer that was cut off is said to be', async () => {
  const cut = answeringAdmin({ config_dump: '{"configs":[{"a":' });
  await expect(loadRaw(rawQuery.parse(productpage), cut)).rejects.toMatchObject({
    code: 'source_failed',
    message: expect.stringContaining('cut off'),
  });
});
