import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTags } from '#server/mesh/traces/parse-tags.ts';

describe('tags of a search', () => {
  test.each([
    ['', {}],
    ['http.status_code=503', { 'http.status_code': '503' }],
    ['a=1  guid:x-request-id=9eda', { a: '1', 'guid:x-request-id': '9eda' }],
    ['http.url="http://shop/a b" a=1', { 'http.url': 'http://shop/a b', a: '1' }],
    ['name="say \\"hi\\" \\\\ there"', { name: 'say "hi" \\ there' }],
    ['empty=', { empty: '' }],
    ['a=b=c', { a: 'b=c' }],
  ])('%j are %j', (text, tags) => {
    expect(parseTags(text)).toEqual(tags);
  });

  test.each(['503', 'a="open', '=1', 'a=1"b', 'a="x"y'])('%j are refused by name', (text) => {
    expect(() => parseTags(text)).toThrow(
      expect.objectContaining({ code: 'bad_parameter', parameter: 'tags' }),
    );
  });

  test('a key that is given twice is refused, for one span cannot have both', () => {
    expect(() => parseTags('a=1 a=2')).toThrow('a is given more than once');
  });

  test('any key and value come back out of the text that quotes them', () => {
    const key = fc.stringMatching(/^[a-z][a-z.:_-]{0,20}$/);
    fc.assert(
      fc.property(fc.dictionary(key, fc.string()), (tags) => {
        const text = Object.entries(tags)
          .map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&')}"`)
          .join(' ');
        expect(parseTags(text)).toEqual({ ...tags });
      }),
    );
  });
});
