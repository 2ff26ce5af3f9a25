import { expect, test } from 'vitest';
import { identify, readObject } from '#server/sources/kubernetes/read-object.ts';

test('an object without metadata is rejected without a name', () => {
  expect(readObject('Service', { spec: {} })).toEqual({
    rejected: {
      kind: 'Service',
      namespace: '',
      name: '',
      reason: 'metadata: Invalid input: expected object, received undefined',
    },
  });
});

test.each([null, 7, 'text', [], { metadata: null }])('%j is rejected, whatever it is', (raw) => {
  expect(readObject('Pod', raw).rejected).toMatchObject({ kind: 'Pod', name: '' });
});

test('an object whose name is a number is rejected by its namespace', () => {
  const raw = { metadata: { namespace: 'shop', name: 7 }, spec: {} };
  expect(readObject('Service', raw).rejected).toEqual({
    kind: 'Service',
    namespace: 'shop',
    name: '',
    reason: 'metadata.name: Invalid input: expected string, received number',
  });
});

test('null where a field is not set is no fault', () => {
  const metadata = {
    name: 'a',
    namespace: 'shop',
    generation: null,
    annotations: null,
    labels: null,
    ownerReferences: null,
  };
  expect(readObject('Service', { metadata, spec: {} }).object?.metadata).toEqual({
    name: 'a',
    namespace: 'shop',
    labels: {},
    annotations: {},
    ownerReferences: [],
  });
});

test('what an object is told by is its namespace and name, and its state by uid and version', () => {
  const raw = { metadata: { namespace: 'shop', name: 'a', uid: 'u', resourceVersion: '7' } };
  expect(identify(raw)).toEqual({ key: 'shop/a', namespace: 'shop', name: 'a', state: 'u 7' });
});
