import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJsonPath, jqPath, parseJsonPath } from '#lib/json/json-path.ts';

test.each([
  ['', [], '.'],
  ['configs[1]', ['configs', 1], '.configs[1]'],
  [
    'configs[1].dynamic_listeners[3].active_state.listener',
    ['configs', 1, 'dynamic_listeners', 3, 'active_state', 'listener'],
    '.configs[1].dynamic_listeners[3].active_state.listener',
  ],
  ['a["b.c"][0].d', ['a', 'b.c', 0, 'd'], '.a["b.c"][0].d'],
  ['["envoy.filters.http.rbac"]', ['envoy.filters.http.rbac'], '.["envoy.filters.http.rbac"]'],
  ['a.@type', ['a', '@type'], '.a["@type"]'],
  ['[0][1]', [0, 1], '.[0][1]'],
  ['labels["say \\"hi\\""]', ['labels', 'say "hi"'], '.labels["say \\"hi\\""]'],
  ['outbound|80||a', ['outbound|80||a'], '.["outbound|80||a"]'],
])('%s', (text, steps, jq) => {
  expect(parseJsonPath(text)).toEqual(steps);
  expect(formatJsonPath(steps)).toBe(text);
  expect(jqPath(steps)).toBe(jq);
});

test.each(['.a', 'a..b', 'a[', 'a[x]', 'a[-1]', 'a["b]', 'a[0]b', 'a.'])('%s is no path', (text) => {
  expect(parseJsonPath(text)).toBeUndefined();
});

test('any steps come back from their path', () => {
  const step = fc.oneof(fc.nat(), fc.string(), fc.constantFrom('a.b', '', '"', '\\', 'x]y', '[0]'));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      expect(parseJsonPath(formatJsonPath(steps))).toEqual(steps);
    }),
  );
});
