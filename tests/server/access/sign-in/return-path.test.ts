import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnPath } from '#server/access/sign-in/return-path.ts';

test.each([
  ['/', '/'],
  ['/graph', '/graph'],
  ['/graph?range=1h&namespaces=a,b', '/graph?range=1h&namespaces=a,b'],
  ['/workloads/shop/a.b#x', '/workloads/shop/a.b#x'],
  ['/authors', '/authors'],
])('%s is a place of this site', (given, expected) => {
  expect(returnPath(given)).toBe(expected);
});

const elsewhere = [
  undefined,
  null,
  '',
  'graph',
  'https://evil.example',
  'https:evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/a\\..\\..\\evil',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://vigla.invalid@evil.example',
  '/auth/sign-in',
  '/auth/sign-out',
  '/auth',
  '/x/../auth/start',
  '/api/status',
  `/${'a'.repeat(2000)}`,
];
test.each(elsewhere)('%j leads to the first page', (given) => {
  expect(returnPath(given)).toBe('/');
});

test('whatever is given, a browser stays at this origin', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '%2f',
    '%5c',
    '\t',
    'evil.example',
    'a',
    ' ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  let kept = 0;
  fc.assert(
    fc.property(text, (given) => {
      for (const candidate of [given, `/${given}`]) {
        const path = returnPath(candidate);
        if (path !== '/') kept += 1;
        expect(new URL(path, 'https://vigla.example/auth/callback').origin).toBe('https://vigla.example');
        expect(new URL(`/base${path}`, 'https://vigla.example').origin).toBe('https://vigla.example');
      }
    }),
    { numRuns: 5000 },
  );
  console.log(`${elsewhere.length} addresses elsewhere, 10000 made ones, ${kept} of them kept`);
  expect(kept).toBeGreaterThan(100);
});
