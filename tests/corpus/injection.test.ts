import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { podSchema } from '#lib/objects/core.ts';
import { otherObjectSchema } from '#lib/objects/istio.ts';
import { injectedPartsOf } from '#server/mesh/injection/injected-parts.ts';
import { injectionWebhooksOf } from '#server/mesh/injection/injection-webhooks.ts';
import { webhookVerdicts } from '#server/mesh/injection/webhook-verdicts.ts';
import { corpus } from '#tests/support/corpus-folder.ts';

const { folder, whyMissing } = corpus('injection');
const labels = z.record(z.string(), z.string());
const casesSchema = z.object({
  pairs: z.array(
    z.looseObject({
      name: z.string(),
      injected: z.string().optional(),
      pods: z.array(
        z.looseObject({
          kind: z.string(),
          name: z.string(),
          status: z.boolean(),
          proxy: z.string(),
          revision: z.string().nullish(),
        }),
      ),
    }),
  ),
  checkInject: z.object({
    webhooks: z.array(z.string()),
    cases: z.array(
      z.object({
        name: z.string(),
        podLabels: labels,
        namespaceLabels: labels,
        expected: z.array(
          z.looseObject({ webhook: z.string(), revision: z.string(), injected: z.boolean() }),
        ),
      }),
    ),
  }),
});

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe.skipIf(whyMissing !== undefined)('the injection corpus', () => {
  const cases = whyMissing === undefined ? casesSchema.parse(JSON.parse(read('cases.json'))) : undefined;

  test('webhooks are called for exactly the pods that istioctl names', () => {
    const { webhooks: files = [], cases: checks = [] } = cases?.checkInject ?? {};
    const webhooks = injectionWebhooksOf({
      MutatingWebhookConfiguration: files.map((file) => otherObjectSchema.parse(parse(read(file)))),
    });
    expect(webhooks).toHaveLength(3);
    let agreed = 0;
    for (const { name, podLabels, namespaceLabels, expected } of checks) {
      const verdicts = webhookVerdicts(webhooks, { namespace: 'any', namespaceLabels, podLabels });
      const told = verdicts.map(({ webhook, revision, matches: injected }) => ({
        webhook,
        revision,
        injected,
      }));
      const wanted = expected.map(({ webhook, revision, injected }) => ({ webhook, revision, injected }));
      expect(told, name).toEqual(wanted);
      agreed += told.length;
    }
    console.info(`corpus check-inject: ${agreed} agreed, 0 wrong`);
    expect(agreed).toBe(18);
  });

  test('what was injected is read off every injected pod', () => {
    const wrong: string[] = [];
    const different: string[] = [];
    let agreed = 0;
    for (const { name, injected, pods } of cases?.pairs ?? []) {
      if (injected === undefined) continue;
      for (const wanted of pods) {
        const told = toldOf(podOf(injected, wanted));
        const isSame =
          told.status === wanted.status &&
          told.proxy === wanted.proxy &&
          (!wanted.status || told.revision === (wanted.revision ?? undefined));
        if (isSame) agreed++;
        else if (name in deliberate) different.push(`${name}: ${deliberate[name]}`);
        else wrong.push(`${name} ${wanted.kind}/${wanted.name}: ${JSON.stringify(told)}`);
      }
    }
    console.info(
      [
        `corpus injected pods: ${agreed} agreed, ${different.length} deliberate, ${wrong.length} wrong`,
        ...different,
      ].join('\n  '),
    );
    expect(wrong).toEqual([]);
    expect(different).toHaveLength(Object.keys(deliberate).length);
    expect(agreed).toBeGreaterThan(25);
  });
});

/** Where Vigla says something else, and why. */
const deliberate: Readonly<Record<string, string>> = {
  'custom-template.yaml': 'the status annotation names the revision, so Vigla tells it also without a proxy',
  'sidecar-spire.yaml': 'a proxy in both lists of containers is called by the one that starts it first',
};

type Wanted = { kind: string; name: string };
const documentSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }).optional(),
});

function podOf(file: string, { kind, name }: Wanted) {
  const documents = parseAllDocuments(read(file)).flatMap((document): unknown[] => {
    const value = document.toJS();
    return Array.isArray(value?.items) ? value.items : [value];
  });
  const found = documents.find((document) => {
    const parsed = documentSchema.safeParse(document);
    return parsed.success && parsed.data.kind === kind && parsed.data.metadata?.name === name;
  });
  const template = templateIn(found);
  return podSchema.parse({ ...template, metadata: { name, namespace: 'default', ...template.metadata } });
}

const templateSchema = z.looseObject({ metadata: z.looseObject({}).optional(), spec: z.looseObject({}) });

/** Where kinds keep their pods; a CronJob two levels down. */
function templateIn(document: unknown): z.output<typeof templateSchema> {
  const whole = z
    .looseObject({
      spec: z.looseObject({
        template: templateSchema.optional(),
        jobTemplate: z
          .looseObject({
            metadata: z.looseObject({}).optional(),
            spec: z.looseObject({ template: templateSchema }),
          })
          .optional(),
      }),
    })
    .parse(document);
  const { template, jobTemplate } = whole.spec;
  // kube-inject writes what belongs to the pod on the template of the job.
  if (jobTemplate !== undefined)
    return {
      ...jobTemplate.spec.template,
      metadata: { ...jobTemplate.metadata, ...jobTemplate.spec.template.metadata },
    };
  return template ?? templateSchema.parse(document);
}

function toldOf(pod: z.output<typeof podSchema>) {
  const parts = injectedPartsOf(pod);
  return {
    status: pod.metadata.annotations['sidecar.istio.io/status'] !== undefined,
    proxy: parts === undefined || parts.how === 'proxyless' ? 'none' : proxyWord[parts.how],
    revision: parts?.revision,
  };
}

const proxyWord = { nativeSidecar: 'nativeSidecar', container: 'container', gateway: 'container' };
