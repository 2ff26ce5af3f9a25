import { compilePattern, type Machine } from '#lib/pattern/compile-pattern.ts';
import { findRanges, type TextRange } from '#lib/pattern/find-ranges.ts';
import { parsePattern } from '#lib/pattern/parse-pattern.ts';
import { PatternProblem } from '#lib/pattern/pattern.ts';

/** Finds what is searched for in a text, from left to right without overlaps. */
export type Finder = (text: string) => TextRange[];

const none: Finder = () => [];

/** Further places in one text are not marked; nobody looks at more, and very long lines stay quick. */
const mostRanges = 100;
const mostCharacters = 4_000;

/** Why a text is no regular expression that can be searched for; undefined when it is one. */
export function regexProblem(search: string): string | undefined {
  const machine = machineOf(search);
  return machine instanceof PatternProblem ? machine.message : undefined;
}

/** Marks what the server's search found: case ignored, text or regular expression. */
export function finderOf({ search, isRegex }: { search: string; isRegex: boolean }): Finder {
  if (search === '') return none;
  const machine = machineOf(isRegex ? search : escaped(search));
  if (machine instanceof PatternProblem) return none;
  return (text) => findRanges(machine, text.slice(0, mostCharacters), mostRanges);
}

function machineOf(search: string): Machine | PatternProblem {
  try {
    return compilePattern(parsePattern(search));
  } catch (error) {
    if (error instanceof PatternProblem) return error;
    throw error;
  }
}

function escaped(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
}

/** The whole text as pieces, marked and not, in order. */
export function pieces(text: string, ranges: readonly TextRange[]): { text: string; isMarked: boolean }[] {
  const found: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) found.push({ text: text.slice(at, start), isMarked: false });
    found.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) found.push({ text: text.slice(at), isMarked: false });
  return found;
}
