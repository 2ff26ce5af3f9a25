import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactTokens } from '#lib/redact/redact-tokens.ts';

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

test.each([
  [token, '[redacted]'],
  [`x-${token}, and ${token}.`, 'x-[redacted], and [redacted].'],
  [`a.b.${token}.rest`, 'a.b.[redacted].rest'],
  ['eyJhbGciOiJub25lIn0.short.c2lnbmF0dXJl', 'eyJhbGciOiJub25lIn0.short.c2lnbmF0dXJl'],
  ['keyJhbGciOiJub25lIn0.eyJzdWIiOiJ.c2lnbmF0dXJl', 'keyJhbGciOiJub25lIn0.eyJzdWIiOiJ.c2lnbmF0dXJl'],
  ['reviews.bookinfo.svc.cluster.local', 'reviews.bookinfo.svc.cluster.local'],
])('%s is %s', (text, expected) => {
  expect(redactTokens(text)).toBe(expected);
});

test('finds what a pattern over all of it finds', () => {
  const pieces = fc.constantFrom('eyJ', 'a', '-', '.', ' ', 'abcdefgh', 'eyJabcdefgh', '.abcdefgh');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (list) => {
      const text = list.join('');
      const expected = text.replace(/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g, '[redacted]');
      expect(redactTokens(text)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test.each(['eyJ-', 'eyJabcdefgh.', 'eyJabcdefgh.a.', 'a.'])(
  'many %s take no longer than other texts',
  (piece) => {
    const started = process.cpuUsage();
    redactTokens(piece.repeat(100_000));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  },
);
