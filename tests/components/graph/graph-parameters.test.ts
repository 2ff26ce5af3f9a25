import { expect, test } from 'vitest';
import { graphNeeds, graphParameters } from '#components/graph/graph-parameters.ts';
import { graphUrl } from '#components/graph/graph-state.ts';
import { graphQuery } from '#lib/contract/graph-query.ts';
import { parseFind } from '#lib/find/parse-find.ts';

const apiParameters = { namespaces: 'bookinfo', range: '10m', at: 'now' };

function parametersOf(address: string, { find = '', hide = '' } = {}) {
  const state = graphUrl.parse(Object.fromEntries(new URLSearchParams(address)));
  const needs = graphNeeds({ state, find: expressionOf(find), hide: expressionOf(hide) });
  return Object.fromEntries(
    Object.entries(graphParameters({ apiParameters, state, needs })).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

function expressionOf(text: string) {
  const answer = parseFind(text);
  return answer.isValid ? answer.expression : undefined;
}

test('a page as it opens asks for the scope alone', () => {
  expect(parametersOf('')).toEqual(apiParameters);
});

test.each([
  ['type=service&services=true', { type: 'service', serviceNodes: 'true' }],
  ['show=badges,idle,operations,foldRoutes', { idle: 'true', operations: 'true' }],
  ['show=badges', { foldRoutes: 'false' }],
  ['labels=rate,p95,throughput', { include: 'latency,throughput' }],
  ['selected=edge:a|b|http', { include: 'latency' }],
  ['focus=x&depth=2', {}],
  ['focus=x&depth=2&only=true', { focus: 'x', depth: '2' }],
])('%s asks for more', (address, more) => {
  expect(parametersOf(address)).toEqual({ ...apiParameters, ...more });
});

test('operands ask for what they need', () => {
  expect(parametersOf('', { find: 'rt > 1s', hide: 'op = list' })).toEqual({
    ...apiParameters,
    include: 'latency',
    operations: 'true',
  });
});

test('the API accepts every question that the page can ask', () => {
  const asked = parametersOf(
    'type=app&services=false&show=idle,operations&labels=p50,throughput&focus=x&only=true',
  );
  expect(graphQuery.safeParse(asked).success).toBe(true);
});
