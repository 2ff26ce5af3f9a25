import { caseless, isDigit, isSpace, isWord, PatternProblem } from './pattern.ts';
import type { PatternScanner } from './pattern-scanner.ts';

type Test = (code: number) => boolean;

const shorthand: Readonly<Record<string, Test>> = {
  d: isDigit,
  D: (code) => !isDigit(code),
  w: isWord,
  W: (code) => !isWord(code),
  s: isSpace,
  S: (code) => !isSpace(code),
};

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };

/** What stands behind a backslash. */
export function parseEscape(scanner: PatternScanner): Test {
  const wanted = parseEscaped(scanner);
  return typeof wanted === 'number' ? caseless((code) => code === wanted) : wanted;
}

function parseEscaped(scanner: PatternScanner): Test | number {
  if (scanner.isAtEnd) throw new PatternProblem('it ends with a backslash');
  const char = scanner.take();
  const known = shorthand[char] ?? controls[char];
  if (known !== undefined) return known;
  if (char === 'x' || char === 'u') {
    const code = scanner.takeHex(char === 'x' ? 2 : 4);
    if (code === undefined)
      throw new PatternProblem(`\\${char} wants ${char === 'x' ? 2 : 4} hexadecimal digits`);
    return code;
  }
  if (/[1-9]/.test(char))
    throw new PatternProblem(`\\${char}, which repeats a group's text, is not known here`);
  if (/[A-Za-z]/.test(char)) throw new PatternProblem(`\\${char} is not known`);
  return char.charCodeAt(0);
}

/** The inside of `[…]`, whose first bracket has been taken. */
export function parseClass(scanner: PatternScanner): Test {
  const isNegated = scanner.takes('^');
  const tests: Test[] = [];
  let isFirst = true;
  while (isFirst || scanner.next !== ']') {
    if (scanner.isAtEnd) throw new PatternProblem('a "[" stands without its "]"');
    tests.push(parseMember(scanner));
    isFirst = false;
  }
  scanner.take();
  const isAny = caseless((code) => tests.some((test) => test(code)));
  return isNegated ? (code) => !isAny(code) : isAny;
}

function parseMember(scanner: PatternScanner): Test {
  const from = parseOne(scanner);
  if (typeof from !== 'number') return from;
  if (!scanner.takes('-')) return (code) => code === from;
  if (scanner.next === ']') return (code) => code === from || code === 45;
  const to = parseOne(scanner);
  if (typeof to !== 'number') return (code) => code === from || code === 45 || to(code);
  if (to < from) throw new PatternProblem('a range in brackets runs backwards');
  return (code) => code >= from && code <= to;
}

function parseOne(scanner: PatternScanner): Test | number {
  const char = scanner.take();
  if (char === '') throw new PatternProblem('a "[" stands without its "]"');
  if (char !== '\\') return char.charCodeAt(0);
  // Within brackets \b is a backspace.
  return scanner.takes('b') ? 8 : parseEscaped(scanner);
}
