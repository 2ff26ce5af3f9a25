import { expect, test } from 'vitest';
import { dashboardsQuery, dashboardsSchema } from '#lib/contract/dashboards.ts';

test.each([
  [{ of: 'workload', namespace: 'a' }, 'name'],
  [{ of: 'service', name: 'a' }, 'namespace'],
  [{ of: 'panel', namespace: 'a', name: 'b' }, 'of'],
  [{ of: 'workload', namespace: 'a/b', name: 'b' }, 'namespace'],
])('%j is refused by its parameter', (query, parameter) => {
  const { error } = dashboardsQuery.safeParse(query);
  expect(error?.issues.map(({ path }) => path[0])).toContain(parameter);
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example/d/a', '/d/a'])(
  'a link to %s is none in the contract',
  (url) => {
    expect(dashboardsSchema.safeParse({ links: [{ kind: 'mesh', url }] }).success).toBe(false);
  },
);
