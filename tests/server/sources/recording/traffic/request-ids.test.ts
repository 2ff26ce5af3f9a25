import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  requestIdOf,
  requestOfRequestId,
  requestOfTraceId,
  spanIdOf,
  traceIdOf,
} from '#server/sources/recording/traffic/request-ids.ts';

const keys = fc.record({
  flow: fc.integer({ min: 0, max: 200 }),
  number: fc.integer({ min: 0, max: 2 ** 36 }),
});

test('a trace id leads back to its request, whatever its case and leading zeros', () => {
  fc.assert(
    fc.property(keys, (key) => {
      const id = traceIdOf(key);
      expect(id).toMatch(/^[0-9a-f]{32}$/);
      expect(id.endsWith(spanIdOf(key, 0))).toBe(true);
      expect(requestOfTraceId(id.replace(/^0+/, '').toUpperCase())).toEqual(key);
    }),
  );
});

test('a request id leads back to its request, and its version digit says whether it is traced', () => {
  fc.assert(
    fc.property(keys, fc.boolean(), fc.boolean(), (key, isSampled, isRenewed) => {
      const id = requestIdOf(key, isSampled, isRenewed);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[49][0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(id[14]).toBe(isSampled ? '9' : '4');
      expect(requestOfRequestId(id)).toEqual(key);
    }),
  );
});

test('other ids lead nowhere', () => {
  expect(requestOfTraceId('35f156e2f20b8b038324cb9708116ebe')).toBeUndefined();
  expect(requestOfTraceId('0')).toBeUndefined();
  expect(requestOfRequestId('0f302fc2-309f-917f-a813-5dfccfcce773')).toBeUndefined();
  expect(requestOfRequestId('not an id')).toBeUndefined();
});
