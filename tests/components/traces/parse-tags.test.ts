import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTags, printTags } from '#components/traces/parse-tags.ts';
import { parseTags as readByServer } from '#server/mesh/traces/parse-tags.ts';

describe('tags of a search', () => {
  test.each([
    ['', []],
    ['  ', []],
    ['http.status_code=503', [{ key: 'http.status_code', value: '503' }]],
    [
      'response_flags=UH  http.method=GET',
      [
        { key: 'response_flags', value: 'UH' },
        { key: 'http.method', value: 'GET' },
      ],
    ],
    ['user_agent="curl 8.1"', [{ key: 'user_agent', value: 'curl 8.1' }]],
    ['note="a \\"b\\" \\\\ c"', [{ key: 'note', value: 'a "b" \\ c' }]],
    ['http.url=http://x/?a=b', [{ key: 'http.url', value: 'http://x/?a=b' }]],
    ['empty=""', [{ key: 'empty', value: '' }]],
  ])('read %j', (text, tags) => {
    expect(parseTags(text)).toEqual({ tags });
  });

  test.each([
    ['error', '“error” is no pair: write key=value, such as http.status_code=503.'],
    ['a=1 error b=2', '“error” is no pair: write key=value, such as http.status_code=503.'],
    ['=503', '“=503” has no key: write key=value.'],
    ['"a"=1', '“"a"=1” has no key: write key=value.'],
    ['a=', 'There is no value behind the = of “a”.'],
    ['a="open', 'The quotation mark is not closed in the value of “a”.'],
    ['a=b"c"', 'A quotation mark stands inside the value of “a”.'],
    ['a="b"c=d', 'A space is missing behind the value of “a”.'],
    ['a=1 a=2', '“a” is asked for twice.'],
  ])('%j is answered with what is wrong', (text, problem) => {
    expect(parseTags(text)).toEqual({ problem });
  });

  const keys = fc.stringMatching(/^[A-Za-z_][\w.:-]{0,12}$/);
  const tags = fc.uniqueArray(fc.record({ key: keys, value: fc.string() }), { selector: ({ key }) => key });

  test('come back as they were printed', () => {
    fc.assert(
      fc.property(tags, (list) => {
        expect(parseTags(printTags(list))).toEqual({ tags: list });
      }),
    );
  });

  test('that the form takes are the same to the server', () => {
    const texts = fc.oneof(tags.map(printTags), fc.stringMatching(/^[ab="\\ ]{0,12}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const answer = parseTags(text);
        if ('problem' in answer) return;
        expect(Object.entries(readByServer(text))).toEqual(answer.tags.map(({ key, value }) => [key, value]));
      }),
    );
  });
});
