import { describe, expect, test } from 'vitest';
import { type AppliedConfig, appliedConfigQuery, appliedConfigSchema } from '#lib/contract/applied-config.ts';
import {
  loadApplicationConfig,
  loadServiceConfig,
  loadWorkloadConfig,
} from '#server/mesh/config/load-applied-config.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const recorded = graphContext({ objects: await recordedSnapshot() });
const query = (namespace: string, name: string) => appliedConfigQuery.parse({ namespace, name });

const lines = ({ items }: AppliedConfig) =>
  items.map(({ object, scope }) => `${object.kind} ${object.namespace}/${object.name} by ${scope}`);

describe('the recorded mesh', () => {
  test('a workload has its policies, those of its namespace and of the mesh, and what is said of its Service', async () => {
    const { data, warnings } = await loadWorkloadConfig(query('bookinfo', 'reviews-v2'), recorded);
    expect(warnings).toEqual([]);
    expect(appliedConfigSchema.parse(data)).toEqual(data);
    expect(lines(data)).toEqual([
      'AuthorizationPolicy bookinfo/reviews-dry-run by selector',
      'AuthorizationPolicy bookinfo/reviews-viewer by selector',
      'DestinationRule bookinfo/reviews by host',
      'VirtualService bookinfo/reviews by host',
      'PeerAuthentication bookinfo/default by namespace',
      'PeerAuthentication istio-system/default by mesh',
      'Telemetry istio-system/mesh-default by mesh',
    ]);
  });

  test('a service has what names its host, and an application all that its versions have', async () => {
    const service = await loadServiceConfig(query('bookinfo', 'reviews'), recorded);
    expect(lines(service.data)).toEqual([
      'DestinationRule bookinfo/reviews by host',
      'VirtualService bookinfo/reviews by host',
    ]);
    const application = await loadApplicationConfig(query('bookinfo', 'reviews'), recorded);
    expect(lines(application.data)).toContain('AuthorizationPolicy bookinfo/reviews-viewer by selector');
  });

  test('every object that applies to anything says something', async () => {
    const kinds = new Set<string>();
    let read = 0;
    const { objects } = await recordedSnapshot();
    for (const { metadata } of objects.Deployment) {
      const { data } = await loadWorkloadConfig(query(metadata.namespace ?? '', metadata.name), recorded);
      for (const { object, says, why } of data.items) {
        kinds.add(object.kind);
        read += 1;
        expect(says, `${object.kind} ${object.name}`).not.toEqual([]);
        expect(says, `${object.kind} ${object.name}`).not.toContain('has a form that could not be read');
        expect(why).not.toBe('');
      }
    }
    console.log(
      `config: ${read} objects applied to ${objects.Deployment.length} workloads, ${kinds.size} kinds`,
    );
    expect(kinds.size).toBeGreaterThanOrEqual(9);
  });
});

const pod = {
  kind: 'Pod',
  namespace: 'shop',
  name: 'cart-1',
  labels: { app: 'cart' },
  spec: { containers: [{ name: 'cart' }] },
} as const;

/** What one made object of a kind says about the workload `cart`. */
async function says(
  kind: Parameters<typeof objectsSnapshot>[0][number]['kind'],
  spec: object,
  annotations = {},
) {
  const objects = objectsSnapshot([pod, { kind, namespace: 'shop', name: 'one', annotations, spec }]);
  const { data } = await loadWorkloadConfig(query('shop', 'cart-1'), graphContext({ objects }));
  return data.items.map((item) => item.says);
}

describe('words', () => {
  test('an AuthorizationPolicy without rules allows nothing, and denies nothing', async () => {
    expect(await says('AuthorizationPolicy', {})).toEqual([['ALLOW nothing: it has no rules']]);
    expect(await says('AuthorizationPolicy', { action: 'DENY' })).toEqual([
      ['DENY nothing: it has no rules'],
    ]);
  });

  test('its rules are a line each, with who, what and conditions', async () => {
    const rules = [
      {},
      {
        from: [
          { source: { principals: ['a/sa/b'], notNamespaces: ['web'] } },
          { source: { ipBlocks: ['10.0.0.0/8'] } },
        ],
        to: [{ operation: { methods: ['GET'], notPaths: ['/admin*'] } }],
        when: [{ key: 'request.headers[x]', values: ['1'], notValues: ['2'] }],
      },
    ];
    expect(
      await says('AuthorizationPolicy', { action: 'DENY', rules }, { 'istio.io/dry-run': 'true' }),
    ).toEqual([
      [
        'DENY anybody, anything',
        'DENY from principals a/sa/b, namespaces other than web; or ipBlocks 10.0.0.0/8, to methods GET, paths other than /admin*, where request.headers[x] is 1 and request.headers[x] is not 2',
        'dry run: its verdict is noted, and nothing is refused',
      ],
    ]);
  });

  test.each<[Parameters<typeof says>[0], object, string[]]>([
    [
      'PeerAuthentication',
      { mtls: { mode: 'STRICT' }, portLevelMtls: { 80: { mode: 'DISABLE' } } },
      ['mutual TLS STRICT', 'port 80: DISABLE'],
    ],
    ['RequestAuthentication', { jwtRules: [{ issuer: 'https://a' }] }, ['checks tokens of https://a']],
    [
      'Sidecar',
      { egress: [{ hosts: ['./*'] }], outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } },
      ['sees only ./*', 'outbound traffic policy REGISTRY_ONLY'],
    ],
    [
      'Telemetry',
      {
        tracing: [{ randomSamplingPercentage: 5, providers: [{ name: 'zipkin' }] }],
        accessLogging: [{ disabled: true }],
      },
      ['writes no access log', 'traces 5 % to zipkin'],
    ],
    [
      'EnvoyFilter',
      { configPatches: [{ applyTo: 'HTTP_FILTER' }, { applyTo: 'CLUSTER' }] },
      ['2 patches', 'of HTTP_FILTER, CLUSTER'],
    ],
    ['WasmPlugin', { url: 'oci://a', phase: 'AUTHN' }, ['runs oci://a', 'in phase AUTHN']],
    ['AuthorizationPolicy', { rules: 'odd' }, ['has a form that could not be read']],
  ])('of a %s', async (kind, spec, words) => {
    expect(await says(kind, spec)).toEqual([words]);
  });
});

test('a name that no object has is not found', async () => {
  await expect(loadWorkloadConfig(query('shop', 'nothing'), recorded)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(loadServiceConfig(query('shop', 'nothing'), recorded)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('kinds that could not be read are named', async () => {
  const objects = await recordedSnapshot();
  const unread = [{ kind: 'Sidecar' as const, reason: 'forbidden' }];
  const { warnings } = await loadWorkloadConfig(
    query('bookinfo', 'reviews-v2'),
    graphContext({ objects: { ...objects, unread } }),
  );
  expect(warnings.map(({ message }) => message)).toEqual([
    'Sidecar objects could not be read, so those that apply are missing here: forbidden',
  ]);
});
