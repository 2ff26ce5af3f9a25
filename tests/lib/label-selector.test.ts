import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesLabels, parseLabelSelector } from '#lib/label-selector.ts';

const labels = { app: 'reviews', version: 'v2', 'app.kubernetes.io/name': 'reviews' };

function matches(text: string, of: Record<string, string> = labels): boolean | string {
  const selector = parseLabelSelector(text);
  return 'problem' in selector ? selector.problem : matchesLabels(of, selector.conditions);
}

test.each([
  ['', true],
  ['app=reviews', true],
  ['app==reviews', true],
  ['app=ratings', false],
  ['app = reviews , version = v2', true],
  ['app=reviews,version!=v2', false],
  ['version!=v1', true],
  ['tier!=front', true],
  ['version in (v1, v2)', true],
  ['version notin (v1,v3)', true],
  ['version notin (v1,v2)', false],
  ['tier notin (front)', true],
  ['version', true],
  ['tier', false],
  ['!tier', true],
  ['! version', false],
  ['app.kubernetes.io/name=reviews', true],
  ['app=', false],
  ['app=reviews,', true],
])('the selector "%s" decides %s', (text, expected) => {
  expect(matches(text)).toBe(expected);
});

test('an empty value asks for a label that is there and empty', () => {
  expect(matches('tier=', { tier: '' })).toBe(true);
});

describe('what is not understood', () => {
  test.each(['app=a b', '=reviews', 'app>3', 'version in v1', 'version in (v1', 'app=reviews;version=v2'])(
    '"%s" is named in the sentence that says so',
    (text) => {
      expect(matches(text)).toContain('is not understood');
    },
  );

  test('no text whatever breaks the reader', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['boolean', 'string']).toContain(typeof matches(text));
      }),
    );
  });
});

test('a selector made of the labels themselves always fits them', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  fc.assert(
    fc.property(fc.dictionary(name, name, { minKeys: 1 }), (some) => {
      const text = Object.entries(some)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
      expect(matches(text, some)).toBe(true);
    }),
  );
});
