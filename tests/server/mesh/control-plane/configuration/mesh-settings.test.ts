import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Setting } from '#lib/contract/mesh-configuration.ts';
import { settingDefaults } from '#server/mesh/control-plane/configuration/mesh-config-defaults.data.ts';
import { meshSettings } from '#server/mesh/control-plane/configuration/mesh-settings.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const of = (effective: unknown, configMapText?: string, revision = 'default') => ({
  revision,
  rootNamespace: 'istio-system',
  effective,
  configMapText,
});

function setting(settings: readonly Setting[], path: string): Setting {
  const found = settings.find((each) => each.path === path);
  if (found === undefined) throw new Error(`no setting ${path}`);
  return found;
}

describe('a setting', () => {
  test.each<[string, unknown, string, string | undefined, boolean]>([
    ['stands as istiod has it', { accessLogFile: '/dev/stdout' }, 'accessLogFile', '/dev/stdout', true],
    ['has its default where istiod says nothing', {}, 'accessLogEncoding', 'TEXT', false],
    ['equals its default when said', { connectTimeout: '10s' }, 'connectTimeout', '10s', false],
    [
      'is REGISTRY_ONLY where istiod leaves the mode out',
      { outboundTrafficPolicy: {} },
      'outboundTrafficPolicy.mode',
      'REGISTRY_ONLY',
      true,
    ],
    ['is off where istiod leaves tracing out', {}, 'enableTracing', 'false', true],
    [
      'of a list compares as a whole',
      { defaultServiceExportTo: ['.'] },
      'defaultServiceExportTo',
      '["."]',
      true,
    ],
    [
      'of a provider compares whatever the order of its keys',
      { extensionProviders: [{ envoyFileAccessLog: { path: '/dev/stdout' }, name: 'envoy' }] },
      'extensionProviders[envoy]',
      '{"envoyFileAccessLog":{"path":"/dev/stdout"},"name":"envoy"}',
      false,
    ],
    [
      'of a provider may be a new one',
      { extensionProviders: [{ name: 'mine', zipkin: {} }] },
      'extensionProviders[mine]',
      '{"name":"mine","zipkin":{}}',
      true,
    ],
  ])('%s', (_, effective, path, value, isChanged) => {
    const found = setting(meshSettings([of(effective)]), path);
    expect(found.values[0]).toMatchObject({ value, isChanged });
  });

  test('that Vigla does not know is shown, and says so', () => {
    expect(setting(meshSettings([of({ brandNew: { deep: 1 } })]), 'brandNew.deep')).toMatchObject({
      isKnown: false,
      isChanged: true,
      values: [{ value: '1', source: 'elsewhere' }],
    });
  });

  test('says the line of the ConfigMap that sets it', () => {
    const text =
      '# mesh\ndefaultConfig:\n  tracing:\n    sampling: 5\nextensionProviders:\n- name: a\n- name: b\n';
    const effective = {
      defaultConfig: { tracing: { sampling: 5 } },
      extensionProviders: [{ name: 'a' }, { name: 'b' }],
    };
    const settings = meshSettings([of(effective, text)]);
    expect(setting(settings, 'defaultConfig.tracing').values[0]).toMatchObject({
      source: 'configMap',
      line: 3,
    });
    expect(setting(settings, 'extensionProviders[b]').values[0]).toMatchObject({
      source: 'configMap',
      line: 7,
    });
  });

  test('that differs between revisions says so, each with its own default', () => {
    const settings = meshSettings([
      of({ defaultConfig: { discoveryAddress: 'istiod.istio-system.svc:15012' } }),
      of(
        { defaultConfig: { discoveryAddress: 'istiod-canary.istio-system.svc:15012' } },
        undefined,
        'canary',
      ),
    ]);
    expect(setting(settings, 'defaultConfig.discoveryAddress')).toMatchObject({
      differs: true,
      isChanged: false,
    });
  });
});

test.each(['a: [', 'just text', '', '- list'])(
  'a ConfigMap that says "%s" only takes away the lines',
  (text) => {
    const settings = meshSettings([of({ accessLogFile: '/x' }, text)]);
    expect(setting(settings, 'accessLogFile').values[0]).toMatchObject({ value: '/x', source: 'elsewhere' });
  },
);

test('whatever istiod answers, every setting that it has is shown', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (effective) => {
      const settings = meshSettings([of(effective)]);
      expect(settings.length).toBeGreaterThanOrEqual(settingDefaults.length);
      for (const each of settings) expect(each.values).toHaveLength(1);
    }),
  );
});

test('each default is listed once', () => {
  const paths = settingDefaults.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

describe.skipIf(whyNoSharedFolder !== undefined)(`the recorded mesh ${whyNoSharedFolder ?? ''}`, () => {
  test('differs from the defaults in what its ConfigMap sets otherwise, and in nothing else', async () => {
    const folder = join(sharedFolder, 'recordings', 'bookinfo', 'istiod');
    const effective: unknown = JSON.parse(readFileSync(join(folder, 'mesh.json'), 'utf8'));
    const { objects } = await recordedSnapshot();
    const text = objects.ConfigMap.find(
      ({ metadata }) => metadata.namespace === 'istio-system' && metadata.name === 'istio',
    )?.data?.mesh;
    const settings = meshSettings([of(effective, text)]);
    const changed = settings.filter(({ isChanged }) => isChanged);
    console.log(
      `${settings.length} settings, ${changed.length} changed, ${settings.filter(({ isKnown }) => !isKnown).length} unknown`,
    );
    expect(changed.map(({ path, values }) => [path, values[0]?.line])).toEqual([
      ['accessLogFile', 1],
      ['extensionProviders[zipkin]', 9],
    ]);
    expect(settings.filter(({ isKnown }) => !isKnown)).toEqual([]);
  });
});
