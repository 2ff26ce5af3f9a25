import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type GateCheck, gateChecks, gateVerdictSchema } from '#lib/contract/canary-gate.ts';
import { problemSchema } from '#lib/contract/envelope.ts';
import { baseUrl } from '#tests/support/base-url.ts';

/** What stands in the documentation is what is run here; only the address and the canary are others. */
const documentation = readFileSync('docs/gates.md', 'utf8');
const reviews = 'virtualservice/bookinfo/reviews/split';
const catalog = 'httproute/shop/catalog-mesh/1';
const tooMuchWeight = 'virtualservice/broken/too-much-weight/0';

function block(language: 'json' | 'yaml' | 'sh', holding: string): string {
  const blocks = [...documentation.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const found = blocks.filter(([, name, body]) => name === language && body?.includes(holding) === true);
  expect(found, `one ${language} block with ${holding}`).toHaveLength(1);
  return found[0]?.[2] ?? '';
}

/** The documented address, in the demo, for this canary. */
function here(documented: string, canary: string): string {
  const address = documented.replace('http://vigla.vigla:3000', baseUrl()).replace(reviews, canary);
  expect(address).toContain(`${baseUrl()}/api/canaries/${canary}/verdict`);
  return address;
}

test('the documented answer has the shape of the contract', () => {
  const documented: unknown = JSON.parse(block('json', 'exitCode'));
  expect(gateVerdictSchema.safeParse(documented).error).toBeUndefined();
});

const analysisTemplate = z.object({
  kind: z.literal('AnalysisTemplate'),
  spec: z.object({
    args: z.tuple([
      z.object({ name: z.literal('canary'), value: z.literal(reviews) }),
      z.object({ name: z.literal('check'), value: z.enum(gateChecks) }),
    ]),
    metrics: z.tuple([
      z.object({
        successCondition: z.string(),
        failureCondition: z.string(),
        provider: z.object({
          web: z.object({ url: z.string(), timeoutSeconds: z.int(), jsonPath: z.string() }),
        }),
      }),
    ]),
  }),
});

type Phase = 'Successful' | 'Failed' | 'Inconclusive' | 'Error';

/** What Argo Rollouts makes of a measurement of the documented template with these arguments. */
async function measure(canary: string, check: GateCheck): Promise<{ phase: Phase; result?: unknown }> {
  const { spec } = analysisTemplate.parse(parse(block('yaml', 'AnalysisTemplate')));
  const [{ provider, successCondition, failureCondition }] = spec.metrics;
  const { url, jsonPath, timeoutSeconds } = provider.web;
  const address = url.replace('{{args.canary}}', canary).replace('{{args.check}}', check);
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  const response = await fetch(here(address, canary), { signal });
  if (!response.ok) return { phase: 'Error' };
  const [, field] = /^\{\$\.(\w+)\}$/.exec(jsonPath) ?? [];
  const result = fieldOf(await response.json(), field);
  const holds = (condition: string) => {
    const [, name, value] = /^result\.(\w+) == (\d+)$/.exec(condition) ?? [];
    expect(name, condition).toBeDefined();
    return fieldOf(result, name) === Number(value);
  };
  if (holds(failureCondition)) return { phase: 'Failed', result };
  return { phase: holds(successCondition) ? 'Successful' : 'Inconclusive', result };
}

function fieldOf(value: unknown, name = ''): unknown {
  return z.record(z.string(), z.unknown()).parse(value)[name];
}

describe('Argo Rollouts', () => {
  const phases: readonly [canary: string, check: GateCheck, phase: Phase][] = [
    [reviews, 'split', 'Successful'],
    [catalog, 'split', 'Failed'],
    [catalog, 'all', 'Failed'],
    [tooMuchWeight, 'all', 'Inconclusive'],
    ['virtualservice/bookinfo/reviews/nothing', 'all', 'Error'],
  ];
  for (const [canary, check, phase] of phases) {
    test(`${canary} with check=${check} is ${phase}`, async () => {
      expect((await measure(canary, check)).phase).toBe(phase);
    });
  }

  test('a split as configured with a worse version fails, and only then', async () => {
    // Which version has an incident depends on the hour.
    for (const canary of [reviews, 'httproute/shop/storefront/1']) {
      const { phase, result } = await measure(canary, 'all');
      const { verdict, errors, latency, summary } = gateVerdictSchema.parse(result);
      expect(verdict).toBe('consistent');
      const isWorse = errors === 'worse' || latency === 'worse';
      console.info(`${canary}: ${phase}, errors ${errors}, latency ${latency}: ${summary}`);
      expect(phase).toBe(isWorse ? 'Failed' : 'Successful');
    }
  });
});

const canarySchema = z.object({
  kind: z.literal('Canary'),
  spec: z.object({
    analysis: z.object({
      webhooks: z.array(z.object({ name: z.string(), type: z.string(), url: z.string() })).length(2),
    }),
  }),
});

/** What Flagger sends to the documented webhook of this type. */
async function callWebhook(type: string, canary: string): Promise<Response> {
  const { webhooks } = canarySchema.parse(parse(block('yaml', 'kind: Canary'))).spec.analysis;
  const url = webhooks.find((webhook) => webhook.type === type)?.url ?? '';
  const payload = { name: 'reviews', namespace: 'bookinfo', phase: 'Progressing', checksum: '6c8d7d4b9' };
  return post(here(url, canary), payload);
}

function post(url: string, payload: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(payload) });
}

describe('Flagger', () => {
  const answers: readonly [type: string, canary: string, status: number][] = [
    ['rollout', reviews, 200],
    ['rollout', catalog, 409],
    ['rollout', tooMuchWeight, 200],
    ['confirm-promotion', reviews, 200],
    ['confirm-promotion', catalog, 409],
    ['confirm-promotion', tooMuchWeight, 409],
  ];
  for (const [type, canary, status] of answers) {
    test(`a webhook of type ${type} gets ${status} for ${canary}`, async () => {
      const response = await callWebhook(type, canary);
      expect(response.status).toBe(status);
    });
  }

  test('a closed gate says why in its answer, which Flagger writes into its events', async () => {
    const problem = problemSchema.parse(await (await callWebhook('rollout', catalog)).json());
    expect(problem).toMatchObject({ status: 409, code: 'gate_closed' });
    expect(problem.detail).toContain('checkout');
  });

  test('a body that Flagger would not send is refused, and the wrong field named', async () => {
    const address = `${baseUrl()}/api/canaries/${reviews}/verdict?check=split&range=1h`;
    const metadata = { name: 'reviews', namespace: 'bookinfo', metadata: { cmd: 5 } };
    for (const [payload, named] of [
      [{ namespace: 'bookinfo' }, 'name'],
      [metadata, 'metadata.cmd'],
    ] as const) {
      const problem = problemSchema.parse(await (await post(address, payload)).json());
      expect(problem).toMatchObject({ status: 400, parameter: 'body' });
      expect(problem.detail).toContain(named);
    }
    const known = { name: 'reviews', namespace: 'bookinfo', phase: 'Promoting', metadata: { a: 'b' } };
    expect((await post(address, { ...known, buildId: 'of a newer Flagger' })).status).toBe(200);
  });
});

/** Runs the documented command as a step of a pipeline would. */
async function runStep(canary: string): Promise<{ code: number; output: string }> {
  const child = spawn('sh', ['-c', here(block('sh', 'curl'), canary)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { code: z.int().parse(code), output };
}

describe('a step of a CI pipeline', () => {
  test('goes on where requests are divided as configured, and prints the verdict', async () => {
    const { code, output } = await runStep(reviews);
    expect(code).toBe(0);
    expect(gateVerdictSchema.parse(fieldOf(JSON.parse(output), 'data'))).toMatchObject({ exitCode: 0 });
  });

  test('fails where they are not, and prints why', async () => {
    const { code, output } = await runStep(catalog);
    expect(code).toBe(22);
    expect(problemSchema.parse(JSON.parse(output))).toMatchObject({ code: 'gate_closed' });
  });
});

describe('an address that is wrong', () => {
  const problemOf = async (path: string) =>
    problemSchema.parse(await (await fetch(`${baseUrl()}/api/canaries/${path}`)).json());

  test('names the weighted rules that the object has', async () => {
    const problem = await problemOf('virtualservice/bookinfo/reviews/nothing/verdict');
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    expect(problem.detail).toContain('split');
  });

  test('names the parameter', async () => {
    expect(await problemOf(`${reviews}/verdict?fail=maybe`)).toMatchObject({
      status: 400,
      parameter: 'fail',
    });
    expect(await problemOf(`${reviews}/verdict?check=errors`)).toMatchObject({
      status: 400,
      parameter: 'check',
    });
    expect(await problemOf(`${reviews}/verdict?range=5x`)).toMatchObject({ status: 400, parameter: 'range' });
    expect(await problemOf('pod/bookinfo/reviews/split/verdict')).toMatchObject({
      status: 400,
      parameter: 'kind',
    });
  });
});
