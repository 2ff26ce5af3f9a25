import { expect, test } from 'vitest';
import { requireNamespaces } from '#server/mesh/require-namespaces.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';

const objects = meshObjects([{ kind: 'Namespace', name: 'shop' }]);

test.each<[string, '*' | string[], string[], string[]]>([
  ['all of them', '*', [], []],
  ['one that is there', ['shop'], [], []],
  ['one that something else speaks of', ['vm'], [], ['vm']],
  ['any, where they could not be read', ['lost'], ['Namespace'], []],
])('takes %s', (_name, asked, unread, alsoKnown) => {
  expect(() => requireNamespaces(asked, { objects, unread }, alsoKnown)).not.toThrow();
});

test('names those that are not there', () => {
  expect(() => requireNamespaces(['shop', 'lost'], { objects, unread: [] })).toThrow(
    expect.objectContaining({
      code: 'unknown_namespace',
      message: expect.stringContaining('"lost"'),
    }),
  );
});
