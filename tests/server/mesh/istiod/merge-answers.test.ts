import { expect, test } from 'vitest';
import type { IstiodAnswer } from '#lib/proxy/istiod-endpoints.ts';
import { mergeLists, parseAnswers } from '#server/mesh/istiod/merge-answers.ts';

const saying = (replica: string, text: string): IstiodAnswer => ({
  replica,
  body: new TextEncoder().encode(text),
});

test('lists become one, each entry with the replica that has it', () => {
  const answers = [saying('a', '[{"proxy":"p1"}]'), saying('b', '[{"proxy":"p2"},{"proxy":"p3"}]')];
  expect(mergeLists(answers)).toEqual({
    entries: [
      { replica: 'a', value: { proxy: 'p1' } },
      { replica: 'b', value: { proxy: 'p2' } },
      { replica: 'b', value: { proxy: 'p3' } },
    ],
    warnings: [],
  });
});

test.each(['null', '', ' \n', '[]'])('a replica that says %j has nothing to list', (text) => {
  expect(mergeLists([saying('a', text)])).toEqual({ entries: [], warnings: [] });
});

test.each([
  ['{"proxy":"p1"}', 'istiod a: sent an object where a list belongs.'],
  ['"no list"', 'istiod a: sent a string where a list belongs.'],
  ['0', 'istiod a: sent a number where a list belongs.'],
  ['[{"proxy":', 'istiod a: sent something that is no JSON, or was cut off after 10 characters.'],
])('an answer %s is a warning that names the replica, and the others are kept', (text, message) => {
  expect(mergeLists([saying('a', text), saying('b', '[1]')])).toEqual({
    entries: [{ replica: 'b', value: 1 }],
    warnings: [{ code: 'istiod_failed', source: 'istiod', message }],
  });
});

test('a replica that gave no answer is a warning with its reason', () => {
  const gone: IstiodAnswer = { replica: 'b', failure: { code: 'unreachable', message: 'the pod is gone.' } };
  expect(parseAnswers([saying('a', '{"x":1}'), gone])).toEqual({
    answers: [{ replica: 'a', value: { x: 1 } }],
    warnings: [{ code: 'istiod_unreachable', source: 'istiod', message: 'istiod b: the pod is gone.' }],
  });
});
