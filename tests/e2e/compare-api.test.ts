import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compareRoutes } from '#lib/contract/compare-routes.ts';
import { problemSchema, warningSchema } from '#lib/contract/envelope.ts';
import { baseUrl, compareServerUrl } from '#tests/support/base-url.ts';
import { compareSamples } from './samples/compare-samples.ts';

const routes = new Map<string, { data: z.ZodType }>(Object.entries(compareRoutes));

describe.each(Object.entries(compareSamples))('%s', (path, address) => {
  test('answers what its contract says', async () => {
    const data = routes.get(path)?.data;
    if (data === undefined) throw new Error(`${path} is not in the contract`);
    const response = await fetch(`${compareServerUrl()}${address}`);
    expect(response.status).toBe(200);
    const answer = z.strictObject({ data, warnings: z.array(warningSchema) });
    expect(answer.safeParse(await response.json()).error).toBeUndefined();
  });

  test('refuses a parameter it does not know, and names it', async () => {
    const { pathname } = new URL(address, 'http://any');
    const response = await fetch(`${compareServerUrl()}${pathname}?colour=red`);
    expect(problemSchema.parse(await response.json())).toMatchObject({
      status: 400,
      code: 'bad_parameter',
      parameter: 'colour',
    });
  });

  test('says how an earlier snapshot is opened where there is none', async () => {
    const response = await fetch(`${baseUrl()}${address}`);
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    expect(problem.detail).toContain('VIGLA_SNAPSHOT_BEFORE');
  });
});
