import { beforeAll, describe, expect, test } from 'vitest';
import {
  loadInjection,
  loadInjectionTrial,
  loadPodInjection,
} from '#server/mesh/injection/load-injection.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

let context: LoadContext;
beforeAll(() => {
  const sources = createRecording({});
  context = { sources, nowSeconds: 0, signal: new AbortController().signal, version: '0' };
});

async function everything() {
  return (await loadInjection({ namespaces: '*' }, context)).data;
}

describe('the recorded mesh', () => {
  test('every pod is what its labels make of it today', async () => {
    const { pods } = await everything();
    expect(pods).toHaveLength(30);
    expect(pods.filter(({ isInjected }) => isInjected)).toHaveLength(26);
    const differing = pods.filter(({ needsRestart }) => needsRestart !== undefined);
    expect(differing.map(({ pod, needsRestart }) => `${pod}: ${needsRestart}`)).toEqual([]);
  });

  test('pods without a proxy have the reason that istioctl gives', async () => {
    const outside = (await everything()).pods.filter(({ isInjected }) => !isInjected);
    expect(Object.fromEntries(outside.map(({ workload, text }) => [workload?.name, text]))).toMatchObject({
      batch: expect.stringContaining('None of its webhooks fits'),
      'legacy-cron': expect.stringContaining('pod label sidecar.istio.io/inject is false'),
    });
  });

  test('namespaces say by which webhook they are injected', async () => {
    const { namespaces, webhooks } = await everything();
    const injected = namespaces.filter(({ verdict }) => verdict === 'injected');
    expect(injected.map(({ namespace }) => namespace).sort()).toEqual([
      'bookinfo',
      'broken',
      'external',
      'shop',
    ]);
    expect(webhooks).toMatchObject([{ name: 'istio-sidecar-injector', revision: 'default' }]);
    expect(webhooks[0]?.namespaces).toHaveLength(4);
  });

  test('what istio-init was told stands there in words', async () => {
    const [mysql] = (await everything()).pods.filter(({ pod }) => pod.startsWith('mysql-'));
    const { data } = await loadPodInjection({ namespace: 'shop', pod: mysql?.pod ?? '' }, context);
    expect(data.decision).toMatchObject({ verdict: 'injected', revision: 'default', templates: ['sidecar'] });
    expect(data.decision.steps.map(({ outcome }) => outcome)).toEqual([
      'passes',
      'passes',
      'passes',
      'passes',
      'passes',
      'injects',
    ]);
    expect(data.injected).toMatchObject({
      how: 'nativeSidecar',
      initContainers: ['istio-init', 'istio-proxy'],
    });
    const redirection = data.injected?.redirection.map(({ title, value, isChanged }) => [
      title,
      value,
      isChanged,
    ]);
    expect(redirection).toContainEqual(['Inbound ports excluded', '15090,15021,15020', false]);
    expect(redirection).toContainEqual(['Interception', 'REDIRECT', false]);
  });
});

describe('a manifest', () => {
  const trial = async (manifest: string, namespace = 'shop') =>
    (await loadInjectionTrial({}, { namespace, manifest }, context)).data.subjects;
  const deployment = (template: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    metadata: ${template}\n    spec: {containers: []}\n`;

  test.each([
    ['says nothing', deployment('{}'), 'shop', 'injected'],
    [
      'forbids it by label',
      deployment('{labels: {sidecar.istio.io/inject: "false"}}'),
      'shop',
      'notInjected',
    ],
    [
      'forbids it by annotation',
      deployment('{annotations: {sidecar.istio.io/inject: "false"}}'),
      'shop',
      'notInjected',
    ],
    [
      'asks for it where nobody is',
      deployment('{labels: {sidecar.istio.io/inject: "true"}}'),
      'legacy',
      'injected',
    ],
    [
      'names a revision that is not there',
      deployment('{labels: {istio.io/rev: canary}}'),
      'legacy',
      'notInjected',
    ],
    [
      'uses the network of the node',
      'kind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {hostNetwork: true}',
      'legacy',
      'notInjected',
    ],
    [
      'is a CronJob',
      'kind: CronJob\nmetadata: {name: c}\nspec: {jobTemplate: {spec: {template: {spec: {}}}}}',
      'shop',
      'injected',
    ],
    ['goes to no namespace', deployment('{}'), 'nowhere', 'undecided'],
  ])('that %s', async (_name, manifest, namespace, verdict) => {
    expect((await trial(manifest, namespace)).map(({ decision }) => decision.verdict)).toEqual([verdict]);
  });

  test('with several documents gets an answer for each that makes pods', async () => {
    const several = `${deployment('{}')}---\nkind: Service\nmetadata: {name: web}\nspec: {}\n---\n${deployment('{}')}`;
    expect(await trial(several)).toHaveLength(2);
  });

  test.each([
    ['that is no YAML', 'a: [', 'cannot be judged'],
    ['with an alias that leads nowhere', 'kind: Pod\nspec: *nobody', 'Unresolved alias'],
    [
      'with aliases that stand for far too much',
      `kind: Pod\na: &a [x, x]\nb: &b [${'*a, '.repeat(10)}]\nc: &c [${'*b, '.repeat(10)}]\nspec: [${'*c, '.repeat(10)}]`,
      'alias',
    ],
    ['without pods', 'kind: Service\nmetadata: {name: web}', 'pod template'],
  ])('%s is a wrong parameter', async (_name, manifest, words) => {
    await expect(trial(manifest)).rejects.toMatchObject({
      code: 'bad_parameter',
      message: expect.stringContaining(words),
    });
  });
});
