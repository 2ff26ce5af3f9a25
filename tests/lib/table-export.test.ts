import { expect, test } from 'vitest';
import { tableToCsv, tableToJson } from '#lib/table-export.ts';

const table = {
  columns: ['Call', 'req/s'],
  rows: [
    ['reviews, "v2"', 3.11],
    ['=cmd()', undefined],
  ],
};

test('CSV quotes what must be quoted and disarms formulas', () => {
  expect(tableToCsv(table)).toBe('Call,req/s\r\n"reviews, ""v2""",3.11\r\n\'=cmd(),\r\n');
});

test('JSON keeps texts as they are and leaves out what is not known', () => {
  expect(JSON.parse(tableToJson(table))).toEqual([
    { Call: 'reviews, "v2"', 'req/s': 3.11 },
    { Call: '=cmd()' },
  ]);
});
