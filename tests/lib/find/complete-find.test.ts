import { expect, test } from 'vitest';
import { completeFind } from '#lib/find/complete-find.ts';
import { edgeOf, graphOf, nodeOf } from './small-graph.ts';

const graph = graphOf({
  nodes: [
    nodeOf({ id: 'a', namespace: 'shop', labels: { team: 'web' } }),
    nodeOf({ id: 'b', namespace: 'bookinfo' }),
    nodeOf({ id: 'c', namespace: 'my space' }),
  ],
  edges: [edgeOf({ source: 'a', target: 'b' })],
});

function offered(text: string): string[] {
  return completeFind(text, { caret: text.length, graph }).map((completion) => completion.text);
}

test.each([
  ['err', ['errors']],
  ['outof', ['outofmesh']],
  ['om', [' AND', ' OR']],
  ['namespace ', ['*=', '^=', '$=', '=']],
  ['errors ', ['>=', '<=', '=', '>', '<']],
  ['ns = ', ['bookinfo', '"my space"', 'shop']],
  ['ns = s', ['shop']],
  ['label:team = ', ['web']],
  ['node = pass', ['passthrough']],
  ['errors > ', ['1%', 'NaN']],
  ['idle ', ['AND', 'OR']],
  ['idle a', ['AND']],
  ['lab', ['label:']],
])('%s offers %j', (text, words) => {
  expect(offered(text)).toEqual(expect.arrayContaining(words));
});

test('a completion replaces what was typed of the word', () => {
  const [first] = completeFind('idle OR outof', { caret: 13, graph });
  expect(first).toMatchObject({ from: 8, text: 'outofmesh' });
});

test('only what stands before the caret counts', () => {
  expect(completeFind('ns = s AND idle', { caret: 6, graph }).map(({ text }) => text)).toContain('shop');
});

test('an empty field offers operands first', () => {
  expect(offered('').length).toBeGreaterThan(5);
  expect(offered('')).toContain('healthy');
});
