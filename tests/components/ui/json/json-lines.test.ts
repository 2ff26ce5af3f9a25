import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines } from '#components/ui/json/json-lines.ts';

function textOf(value: unknown): string {
  return jsonLines(value)
    .map(({ depth, tokens }) => '  '.repeat(depth) + tokens.map(({ text }) => text).join(''))
    .join('\n');
}

test('what is short stays on one line', () => {
  const route = {
    match: { prefix: '/' },
    route: {
      weighted_clusters: {
        clusters: [
          { name: 'outbound|9080|v1|reviews.bookinfo.svc.cluster', weight: 25 },
          { name: 'outbound|9080|v2|reviews.bookinfo.svc.cluster', weight: 75 },
        ],
      },
    },
    name: 'split',
  };
  expect(textOf(route)).toBe(`{
  "match": { "prefix": "/" },
  "route": {
    "weighted_clusters": {
      "clusters": [
        { "name": "outbound|9080|v1|reviews.bookinfo.svc.cluster", "weight": 25 },
        { "name": "outbound|9080|v2|reviews.bookinfo.svc.cluster", "weight": 75 }
      ]
    }
  },
  "name": "split"
}`);
});

test('the lines are the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.stringify(JSON.parse(textOf(value)))).toBe(JSON.stringify(value));
    }),
  );
});

test('lines longer than the width hold one plain value each', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      for (const { depth, tokens } of jsonLines(value)) {
        const width = 2 * depth + tokens.reduce((sum, { text }) => sum + text.length, 0);
        const plain = tokens.filter(({ kind }) => ['string', 'number', 'word'].includes(kind));
        if (width > 85) expect(plain.length).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('a certificate is cut, and says how long it is', () => {
  expect(textOf({ inline_bytes: 'x'.repeat(5000) })).toMatch(/…" 5,000 characters/);
});
