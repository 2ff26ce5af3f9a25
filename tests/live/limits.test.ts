import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '#lib/contract/envelope.ts';
import { type LimitId, routeLimits } from '#lib/contract/limits.ts';
import { startVigla } from '#tests/support/started-vigla.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

/** Of each kind and user in a minute; there is room for the streams that are counted while they are open. */
const most = 3;
const settings = Object.keys(routeLimits).map((id) => `VIGLA_LIMIT_${id.toUpperCase()}`);
let server: Awaited<ReturnType<typeof startVigla>>;

beforeAll(async () => {
  server = await startVigla({
    VIGLA_MODE: 'demo',
    ...Object.fromEntries(settings.map((name) => [name, String(most)])),
    VIGLA_LIMIT_FOLLOWS: '20',
    VIGLA_LIMIT_OPEN_FOLLOWS: '2',
    VIGLA_LIMIT_ALL_FOLLOWS: '5',
  });
}, 120_000);
afterAll(async () => {
  server.signal('SIGTERM');
  await server.ended;
});

const follow = '/api/workloads/bookinfo/productpage-v1/logs/follow';

/** A question of each kind but the streams, which are asked below: with a short answer, and soon. */
const questions: Record<Exclude<LimitId, 'follows'>, { path: string; body?: string }> = {
  proxies: { path: '/api/proxies/bookinfo/nobody/clusters' },
  uploads: { path: '/api/dumps/clusters', body: '{"configs":[]}' },
  logs: { path: '/api/workloads/bookinfo/nobody/logs' },
  traces: { path: '/api/workloads/bookinfo/nobody/traces' },
  snapshots: { path: '/api/snapshot?namespaces=nowhere' },
};

async function ask(path: string, client: string, init: RequestInit = {}): Promise<Response> {
  return fetch(server.url + path, { ...init, headers: { 'x-forwarded-for': client } });
}

async function statusOf(path: string, client: string, body: string | undefined): Promise<number> {
  const response = await ask(path, client, body === undefined ? {} : { method: 'POST', body });
  await response.arrayBuffer();
  return response.status;
}

test.each(Object.entries(questions))(
  '%s: one client has its share of a minute, and others theirs',
  async (id, { path, body }) => {
    const [client, other] = [`10.1.0.1`, `10.1.0.2`];
    for (let index = 0; index < most; index++) expect(await statusOf(path, client, body)).not.toBe(429);
    const refused = await ask(path, client, body === undefined ? {} : { method: 'POST', body });
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    const problem = problemSchema.parse(await refused.json());
    expect(problem).toMatchObject({ code: 'too_many_requests', retryAfterSeconds: seconds });
    expect(problem.detail).toContain(`VIGLA_LIMIT_${id.toUpperCase()}`);
    expect(await statusOf(path, other, body)).not.toBe(429);
  },
);

test('whoever takes a new name each time has ten times as much', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < most * 12; index++)
    statuses.push(await statusOf(questions.logs.path, `10.2.0.${index}`, undefined));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(statuses.filter((status) => status !== 429).length).toBeGreaterThan(most);
});

test('what costs nobody anything is answered as often as one likes', async () => {
  for (let index = 0; index < 30; index++)
    expect(await statusOf('/api/services?namespaces=bookinfo', '10.1.0.1', undefined)).toBe(200);
});

test('streams are counted while they are open, of one client and of all', async () => {
  const open: AbortController[] = [];
  const begin = async (client: string) => {
    const left = new AbortController();
    const response = await ask(follow, client, { signal: left.signal });
    if (response.status === 200) open.push(left);
    else return problemSchema.parse(await response.json()).detail;
    return 200;
  };
  expect([await begin('10.3.0.1'), await begin('10.3.0.1')]).toEqual([200, 200]);
  expect(await begin('10.3.0.1')).toContain('VIGLA_LIMIT_OPEN_FOLLOWS');
  expect([await begin('10.3.0.2'), await begin('10.3.0.2'), await begin('10.3.0.3')]).toEqual([
    200, 200, 200,
  ]);
  expect(await begin('10.3.0.4')).toContain('VIGLA_LIMIT_ALL_FOLLOWS');
  for (const left of open.splice(0)) left.abort();
  await waitUntil(async () => (await begin('10.3.0.5')) === 200, {
    what: 'there is room again',
    withinMs: 20_000,
  });
  for (const left of open) left.abort();
});
