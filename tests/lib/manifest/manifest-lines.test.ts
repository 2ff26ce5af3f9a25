import { expect, test } from 'vitest';
import { lineParts, manifestLines, unfoldedLines } from '#lib/manifest/manifest-lines.ts';

const yaml = `spec:
  hosts:
  - "a:b"
  http:
  - name: split
    script: |
      if x: y
`;
const places = [
  { path: 'spec', from: 1, to: 7 },
  { path: 'spec.hosts', from: 2, to: 3 },
  { path: 'spec.hosts[0]', from: 3, to: 3 },
  { path: 'spec.http', from: 4, to: 7 },
  { path: 'spec.http[0]', from: 5, to: 7 },
  { path: 'spec.http[0].name', from: 5, to: 5 },
  { path: 'spec.http[0].script', from: 6, to: 7 },
];
const lines = manifestLines({ yaml, places, redacted: [] });

test('a line leads to the outermost that begins on it, and folds what goes on below', () => {
  expect(lines.map(({ number, place, fold }) => [number, place?.path, fold?.path])).toEqual([
    [1, 'spec', 'spec'],
    [2, 'spec.hosts', 'spec.hosts'],
    [3, 'spec.hosts[0]', undefined],
    [4, 'spec.http', 'spec.http'],
    [5, 'spec.http[0]', 'spec.http[0]'],
    [6, 'spec.http[0].script', 'spec.http[0].script'],
    [7, undefined, undefined],
  ]);
});

test('folding leaves the first line of what is folded', () => {
  const numbers = (folded: string[]) => unfoldedLines(lines, new Set(folded)).map(({ number }) => number);
  expect(numbers([])).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(numbers(['spec.hosts', 'spec.http'])).toEqual([1, 2, 4]);
  expect(numbers(['spec', 'spec.http[0]'])).toEqual([1]);
});

test('keys are told from values, and the lines of a long text are all value', () => {
  expect(lines.map(lineParts)).toEqual([
    { indent: '', key: 'spec:', value: '' },
    { indent: '  ', key: 'hosts:', value: '' },
    { indent: '  - ', key: '', value: '"a:b"' },
    { indent: '  ', key: 'http:', value: '' },
    { indent: '  - ', key: 'name:', value: ' split' },
    { indent: '    ', key: 'script:', value: ' |' },
    { indent: '', key: '', value: '      if x: y' },
  ]);
});
