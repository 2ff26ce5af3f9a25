import { expect, test } from 'vitest';
import { operandIds, operands } from '#lib/find/operands.ts';
import { parseFind } from '#lib/find/parse-find.ts';
import { printFind } from '#lib/find/print-find.ts';

function printed(text: string): string | undefined {
  const answer = parseFind(text);
  if (!answer.isValid) return `at ${answer.error.position}: ${answer.error.message}`;
  return answer.expression === undefined ? undefined : printFind(answer.expression);
}

test.each([
  ['errors > 1%', 'errors > 1%'],
  ['errors>1', 'errors > 1%'],
  ['%err >= .5%', 'errors >= 0.5%'],
  ['rt > 1s', 'responsetime > 1000ms'],
  ['p99 <= 250ms', 'p99 <= 250ms'],
  ['throughput > 10kB', 'throughput > 10000B/s'],
  ['http < 30/min', 'http < 0.5/s'],
  ['name contains view', 'name *= view'],
  ['name *= view', 'name *= view'],
  ['name not contains view', 'name !*= view'],
  ['name ! *= view', 'name !*= view'],
  ['NS startswith boo', 'namespace ^= boo'],
  ['wl !endswith -v1', 'workload !$= -v1'],
  ['name == "a b"', 'name = "a b"'],
  ['name = NaN', 'name = NaN'],
  ['name = "NaN"', 'name = "NaN"'],
  ['http = NaN', 'http = NaN'],
  ['has http', 'http != NaN'],
  ['has not http', 'NOT http != NaN'],
  ['is idle', 'idle'],
  ['is not idle', 'NOT idle'],
  ['!healthy', 'NOT healthy'],
  ['has vs', 'virtualservice'],
  ['label:app.kubernetes.io/name = web', 'label:app.kubernetes.io/name = web'],
  ['has label:team', 'label:team != NaN'],
  ['not (cb and ts)', 'NOT (circuitbreaker AND trafficshifting)'],
  ['  ', undefined],
])('%s is read as %s', (text, canonical) => {
  expect(printed(text)).toBe(canonical);
});

test('AND binds tighter than OR, and parentheses change that', () => {
  expect(parseFind('idle OR healthy AND cb')).toMatchObject({
    expression: { kind: 'or', parts: [{ kind: 'flag' }, { kind: 'and' }] },
  });
  expect(parseFind('(idle OR healthy) AND cb')).toMatchObject({
    expression: { kind: 'and', parts: [{ kind: 'or' }, { kind: 'flag' }] },
  });
});

test.each([
  ['errrors > 1', 0, '"errrors" is no operand. To search names, write: name contains errrors'],
  ['errors', 6, 'Expected an operator after "errors": >= <= = > <'],
  ['errors >', 8, 'Expected a value to compare "errors" with.'],
  ['errors > much', 9, '"much" is no number for "errors"; write it like 1%'],
  ['errors contains 1', 7, '"errors" is a number; it can be compared with >= <= = > <'],
  ['name > a', 5, '"name" is a text; it can be compared with *= ^= $= ='],
  ['errors > NaN', 7, 'NaN means that there is no value; compare it with = or !='],
  ['name = "it', 7, 'This quotation mark is not closed.'],
  ['idle healthy', 5, 'Expected AND or OR.'],
  ['idle AND', 8, 'Expected an operand, such as name or errors.'],
  ['(idle', 5, 'Expected ")".'],
  ['idle)', 4, 'This ")" closes nothing.'],
  ['label = x', 0, '"label" needs a key, such as label:team.'],
  [
    'version = v1 AND http > 1',
    0,
    'This joins a condition on nodes and one on edges by AND, which nothing can meet. Join them with OR.',
  ],
])('%s is refused at %i', (text, position, message) => {
  const answer = parseFind(text);
  expect(answer.isValid ? undefined : answer.error).toMatchObject({ position, message });
});

test('no two operands share a name, but for aliases of the same one', () => {
  const names = operandIds().flatMap((id) => [id, ...operands[id].aliases]);
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
});
