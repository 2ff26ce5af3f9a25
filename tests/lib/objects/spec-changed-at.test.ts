import { expect, test } from 'vitest';
import { manifestOf } from '#lib/objects/manifest.ts';
import { specChangedAt } from '#lib/objects/spec-changed-at.ts';
import { readObject } from '#server/sources/kubernetes/read-object.ts';

const entry = (time: string | undefined, ...fields: string[]) => ({
  manager: 'kubectl',
  ...(time === undefined ? {} : { time }),
  fieldsV1: Object.fromEntries(fields.map((field) => [field, {}])),
});

test.each<[string, unknown, string | undefined]>([
  ['nothing', undefined, undefined],
  ['null', null, undefined],
  ['another shape', { time: '2026-01-01T00:00:00Z' }, undefined],
  ['entries of the status', [entry('2026-01-01T00:00:00Z', 'f:status')], undefined],
  ['an entry without a time', [entry(undefined, 'f:spec')], undefined],
  ['an entry with an odd time', [entry('yesterday', 'f:spec')], undefined],
  [
    'several',
    [
      entry('2026-01-01T00:00:00Z', 'f:spec'),
      entry('2026-01-03T00:00:00Z', 'f:metadata', 'f:spec'),
      entry('2026-01-02T00:00:00Z', 'f:spec'),
      entry('2026-01-04T00:00:00Z', 'f:metadata'),
    ],
    '2026-01-03T00:00:00Z',
  ],
])('%s', (_, managedFields, expected) => {
  expect(specChangedAt(managedFields)).toBe(expected);
});

test('an object keeps the time, and neither the book itself nor the time in its manifest', () => {
  const managedFields = [entry('2026-01-03T00:00:00Z', 'f:spec')];
  const raw = { metadata: { name: 'a', namespace: 'shop', managedFields }, spec: { hosts: ['a'] } };
  const { object } = readObject('VirtualService', raw);
  expect(object?.metadata).toMatchObject({ name: 'a', specChangedAt: '2026-01-03T00:00:00Z' });
  expect(object?.metadata).not.toHaveProperty('managedFields');
  expect(object === undefined ? undefined : manifestOf(object)).toEqual({
    metadata: { name: 'a', namespace: 'shop' },
    spec: { hosts: ['a'] },
  });
});
