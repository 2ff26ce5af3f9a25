import { parseClass, parseEscape } from './parse-class.ts';
import { caseless, type Pattern, PatternProblem } from './pattern.ts';
import { PatternScanner } from './pattern-scanner.ts';

/** Larger counts make large machines. */
const mostRepeats = 100;
const deepestGroups = 50;

/**
 * A regular expression in the part of RE2's syntax that can be searched for in linear time: classes, groups, choices,
 * repetitions, `^`, `$`, `\b`. Throws a PatternProblem for anything else: lookaround, back-references, bad syntax.
 */
export function parsePattern(text: string): Pattern {
  const scanner = new PatternScanner(text.replace(/^\(\?i\)/, ''));
  const pattern = parseChoice(scanner, 0);
  if (!scanner.isAtEnd) throw new PatternProblem('a ")" stands without its "("');
  return pattern;
}

function parseChoice(scanner: PatternScanner, depth: number): Pattern {
  if (depth > deepestGroups) throw new PatternProblem('its groups are nested too deeply');
  const parts = [parseSequence(scanner, depth)];
  while (scanner.takes('|')) parts.push(parseSequence(scanner, depth));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts };
}

function parseSequence(scanner: PatternScanner, depth: number): Pattern {
  const parts: Pattern[] = [];
  while (!scanner.isAtEnd && scanner.next !== '|' && scanner.next !== ')') {
    parts.push(parseRepeats(scanner, parseAtom(scanner, depth)));
  }
  return parts.length === 0 ? { kind: 'empty' } : { kind: 'sequence', parts };
}

function parseAtom(scanner: PatternScanner, depth: number): Pattern {
  const char = scanner.take();
  if (char === '(') return parseGroup(scanner, depth);
  if (char === '[') return { kind: 'char', test: parseClass(scanner) };
  if (char === '.') return { kind: 'char', test: () => true };
  if (char === '^') return { kind: 'place', place: 'start' };
  if (char === '$') return { kind: 'place', place: 'end' };
  if (char === '*' || char === '+' || char === '?')
    throw new PatternProblem(`"${char}" repeats nothing; write "\\${char}" for the character`);
  if (char !== '\\') return literal(char.charCodeAt(0));
  if (scanner.takes('b')) return { kind: 'place', place: 'boundary' };
  if (scanner.takes('B')) return { kind: 'place', place: 'noBoundary' };
  return { kind: 'char', test: parseEscape(scanner) };
}

function literal(wanted: number): Pattern {
  return { kind: 'char', test: caseless((code) => code === wanted) };
}

function parseGroup(scanner: PatternScanner, depth: number): Pattern {
  if (scanner.takes('?') && !scanner.takes(':') && !scanner.takesGroupName())
    throw new PatternProblem('looking ahead or behind, and flags within, are not known here');
  const inner = parseChoice(scanner, depth + 1);
  if (!scanner.takes(')')) throw new PatternProblem('a "(" stands without its ")"');
  return inner;
}

/** Whether a repetition is greedy makes no difference to whether there is a match. */
function parseRepeats(scanner: PatternScanner, atom: Pattern): Pattern {
  const counts = scanner.takesCounts();
  if (counts === undefined) return atom;
  const { least, most } = counts;
  if (least > mostRepeats || (most ?? 0) > mostRepeats)
    throw new PatternProblem(`it repeats something more than ${mostRepeats} times`);
  if (most !== undefined && most < least) throw new PatternProblem(`{${least},${most}} counts backwards`);
  scanner.takes('?');
  if (scanner.takesCounts() !== undefined)
    throw new PatternProblem('a repetition is repeated; put it in a group');
  return { kind: 'repeat', part: atom, least, most };
}
