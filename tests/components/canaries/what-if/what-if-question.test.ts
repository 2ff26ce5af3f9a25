import { expect, test } from 'vitest';
import { whatIfQuestion } from '#components/canaries/what-if/what-if-question.ts';

test.each<[configured: string, actual: string, rate: string, question: object]>([
  ['10', '12', '', { configured: 10, actual: 12 }],
  [' 10 %', '12.5%', '40', { configured: 10, actual: 12.5, requestsPerSecond: 40 }],
  ['0', '100', '0.01', { configured: 0, actual: 100, requestsPerSecond: 0.01 }],
])('"%s", "%s" and "%s" make a question', (configured, actual, requestsPerSecond, question) => {
  expect(whatIfQuestion({ configured, actual, requestsPerSecond })).toEqual({ question });
});

test.each<[configured: string, actual: string, rate: string, wrong: string[]]>([
  ['', '12', '', ['configured']],
  ['ten', '101', '', ['configured', 'actual']],
  ['-1', '12', '0', ['configured', 'requestsPerSecond']],
  ['10', '12', 'many', ['requestsPerSecond']],
])('"%s", "%s" and "%s" do not: %j', (configured, actual, requestsPerSecond, wrong) => {
  const asked = whatIfQuestion({ configured, actual, requestsPerSecond });
  expect('problems' in asked && Object.keys(asked.problems)).toEqual(wrong);
});
