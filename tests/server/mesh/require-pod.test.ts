import { expect, test } from 'vitest';
import { requirePod } from '#server/mesh/require-pod.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';

const objects = meshObjects([{ kind: 'Pod', name: 'web-1', namespace: 'shop', spec: { containers: [] } }]);
const at = { namespace: 'shop', pod: 'web-2' };

test('a pod is found by both names, and one that is not there is said not to be', () => {
  expect(requirePod({ objects, unread: [] }, { ...at, pod: 'web-1' }).metadata.name).toBe('web-1');
  expect(() => requirePod({ objects, unread: [] }, at)).toThrow('There is no pod web-2 in namespace shop.');
  const elsewhere = { namespace: 'other', pod: 'web-1', advice: '; look at /api/proxies.' };
  expect(() => requirePod({ objects, unread: [] }, elsewhere)).toThrow(
    'There is no pod web-1 in namespace other; look at /api/proxies.',
  );
});

test('while pods cannot be read nothing says that one does not exist', () => {
  const unread = [{ kind: 'Pod', reason: 'forbidden (403)' } as const];
  expect(() => requirePod({ objects, unread }, at)).toThrow(
    expect.objectContaining({
      code: 'source_unreachable',
      message: 'Whether this exists is not known, because Pod objects could not be read: forbidden (403)',
    }),
  );
  expect(() => requirePod({ objects, unread: [{ kind: 'Service', reason: 'forbidden' }] }, at)).toThrow(
    'There is no pod',
  );
});
