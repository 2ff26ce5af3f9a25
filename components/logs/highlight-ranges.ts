export type Range = { start: number; end: number };
/** Finds what is searched for in a text, from left to right without overlaps. */
export type Finder = (text: string) => Range[];

const none: Finder = () => [];

/** Further places in one text are not marked; nobody looks at more, and very long lines stay quick. */
const mostRanges = 100;
const mostCharacters = 4_000;

/** Why a text is no regular expression; undefined when it is one. */
export function regexProblem(search: string): string | undefined {
  try {
    new RegExp(search, 'i');
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.replace(/^Invalid regular expression: /, '');
  }
}

/** Marks what the server's search found: case ignored, text or regular expression. */
export function finderOf({ search, isRegex }: { search: string; isRegex: boolean }): Finder {
  if (search === '') return none;
  if (isRegex && regexProblem(search) !== undefined) return none;
  const pattern = new RegExp(isRegex ? search : escaped(search), 'gi');
  return (text) => {
    const ranges: Range[] = [];
    for (const match of text.slice(0, mostCharacters).matchAll(pattern)) {
      if (match[0] !== '') ranges.push({ start: match.index, end: match.index + match[0].length });
      if (ranges.length === mostRanges) break;
    }
    return ranges;
  };
}

function escaped(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
}

/** The whole text as pieces, marked and not, in order. */
export function pieces(text: string, ranges: readonly Range[]): { text: string; isMarked: boolean }[] {
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
