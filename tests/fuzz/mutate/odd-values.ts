import type { Chance } from './chance.ts';

/** JSON as text, for what no value of ours could be written as. */
export class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Characters whose repetition makes careless regular expressions slow, and columns too wide. */
const repeated = [
  'a',
  ' ',
  '/',
  '.',
  '-',
  '0',
  '(',
  '|',
  '*',
  '\n',
  '\u0000',
  ':',
  ',',
  '%',
  'a.',
  '::',
  '💥',
];

const oddTexts = [
  '',
  ' ',
  '*',
  '-',
  '.',
  '/',
  '|',
  '~',
  '%',
  '%zz',
  '[',
  '(',
  '\\',
  '?',
  '"',
  "'",
  '{}',
  'null',
  'true',
  'NaN',
  '+Inf',
  '-Inf',
  'Infinity',
  '-1',
  '1e400',
  '0x10',
  '99999999999999999999999999',
  '1.7976931348623157e308',
  '../../etc/passwd',
  'http://',
  'http://[::1',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '2026-13-45T99:99:99Z',
  '0001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '0s',
  '-5s',
  '1e99h',
  'P1Y',
  '\u0000',
  '\u202etxt',
  'I\u0307',
  'ﷺ',
  '💥',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'outbound|||',
  'outbound|80||',
  'inbound|||',
  '||||||',
  '10.0.0.0/999',
  '::ffff:999.0.0.1/-1',
  'type.googleapis.com/',
  '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
  'spiffe://',
  'a'.repeat(64),
  '1/2',
  '0/0',
];

const oddNumbers = [
  0,
  -0,
  -1,
  1,
  0.1,
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  1e21,
  1e308,
  -1e308,
  5e-324,
  8.64e15,
  8.65e15,
];

const rawNumbers = ['1e999', '-1e999', '123456789012345678901234567890', '-0.0'];

/** A text that no sensible program would write. */
export function oddText(chance: Chance): string {
  if (chance.happens(0.12)) return chance.of(repeated).repeat(chance.of([300, 5_000, 40_000]));
  return chance.of(oddTexts);
}

/** A value that does not belong where it is put. */
export function oddValue(chance: Chance): unknown {
  return chance.of(kinds)(chance);
}

const kinds: readonly ((chance: Chance) => unknown)[] = [
  () => null,
  () => true,
  () => false,
  () => [],
  () => ({}),
  () => [null],
  () => [[]],
  () => [{}],
  () => ({ '': '' }),
  oddText,
  oddText,
  oddText,
  (chance) => chance.of(oddNumbers),
  (chance) => chance.of(oddNumbers),
  (chance) => new RawJson(chance.of(rawNumbers)),
  // A half of a character beyond 16 bits.
  () => new RawJson('"\\ud800"'),
  nested,
  (chance) => [oddText(chance), chance.of(oddNumbers), null, {}],
];

/** Deep beyond what a careless recursion bears. */
function nested(chance: Chance): RawJson {
  const depth = chance.of([50, 1_500, 30_000]);
  return chance.happens(0.5)
    ? new RawJson('['.repeat(depth) + ']'.repeat(depth))
    : new RawJson(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
}

export const oddKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
  '0',
  '@type',
  'a.b[0]',
  '\u0000',
  '💥',
  'x'.repeat(5_000),
];
