import { expect, test } from 'vitest';
import { podChoices } from '#components/drift/pod-choices.ts';
import { splitRows } from '#components/drift/split-rows.ts';
import type { DifferenceLine } from '#lib/contract/drift.ts';
import { makeProxy } from '#tests/support/make-proxy.ts';

const lines = (text: string): DifferenceLine[] =>
  text.split(' ').map((word) => ({
    mark: word.startsWith('-') ? 'right' : word.startsWith('+') ? 'left' : 'same',
    text: word,
  }));
const rows = (text: string) =>
  splitRows(lines(text)).map(({ own, other }) => `${own?.text ?? ''}|${other?.text ?? ''}`);

test.each<[string, string[]]>([
  ['a b', ['a|a', 'b|b']],
  ['a -x +y b', ['a|a', '-x|+y', 'b|b']],
  ['-x1 -x2 +y1', ['-x1|+y1', '-x2|']],
  ['+y1 +y2 a', ['|+y1', '|+y2', 'a|a']],
  ['-x1 +y1 -x2 +y2', ['-x1|+y1', '-x2|+y2']],
])('%s', (text, expected) => {
  expect(rows(text)).toEqual(expected);
});

test('other pods of the workload come first, then those of the namespace; itself and what is no Envoy are left out', () => {
  const workload = { kind: 'Deployment', name: 'web' };
  const items = [
    makeProxy({ namespace: 'other', pod: 'a' }),
    makeProxy({ pod: 'b' }),
    makeProxy({ pod: 'web-2', workload }),
    makeProxy({ pod: 'web-1', workload }),
    makeProxy({ pod: 'zt', type: 'ztunnel' }),
  ];
  const target = { namespace: 'shop', pod: 'web-1' };
  expect(podChoices(items, target, '')).toEqual([
    { id: 'shop/web-2', isSameWorkload: true },
    { id: 'shop/b', isSameWorkload: false },
    { id: 'other/a', isSameWorkload: false },
  ]);
  expect(podChoices(items, target, 'other/').map(({ id }) => id)).toEqual(['other/a']);
});
