import { expect, test } from 'vitest';
import { intervalFigure, pointsFigure, ratioText } from '#components/canaries/detail/share-text.ts';

test.each([
  [0.248, '+24.8'],
  [-0.0031, '−0.3'],
  [0, '0.0'],
  [-0.0001, '0.0'],
])('a difference of %d reads %s points', (difference, text) => {
  expect(pointsFigure(difference)).toBe(text);
});

test('an interval has both its ends in percent', () => {
  expect(intervalFigure({ low: 0.465, high: 0.524 })).toBe('46.5 – 52.4');
  expect(intervalFigure({ low: 0, high: 1 })).toBe('0.0 – 100.0');
});

test('weights are told to each other as they are written', () => {
  expect(ratioText([3, 1]).replaceAll('\u00a0', ' ')).toBe('3 : 1');
  expect(ratioText([25, 25, 50]).replaceAll('\u00a0', ' ')).toBe('25 : 25 : 50');
});
