import { expect, test } from 'vitest';
import { searchProblems } from '#components/traces/search-problems.ts';

test('an empty search has no problem', () => {
  expect(searchProblems({ min: '', max: '', tags: '' })).toEqual({});
});

test('each field says what is wrong with it', () => {
  expect(searchProblems({ min: 'fast', max: '1h', tags: 'error' })).toEqual({
    min: '“fast” is no duration: write 200ms, 1.5s or 2min.',
    max: '“1h” is no duration: write 200ms, 1.5s or 2min.',
    tags: '“error” is no pair: write key=value, such as http.status_code=503.',
  });
});

test('a most that is below the least is said at the most', () => {
  expect(searchProblems({ min: '2s', max: '200ms', tags: '' })).toEqual({
    max: 'This is shorter than the least duration.',
  });
});
