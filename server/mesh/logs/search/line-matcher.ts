import { compilePattern } from '#lib/pattern/compile-pattern.ts';
import { parsePattern } from '#lib/pattern/parse-pattern.ts';
import { PatternProblem } from '#lib/pattern/pattern.ts';
import { searchMachine } from '#lib/pattern/search-machine.ts';
import { ViglaError } from '#server/errors.ts';

/**
 * Whether a line has what is searched for; case is ignored. Throws `bad_parameter` naming `search` for a regular
 * expression that is none, or that cannot be searched for in linear time.
 */
export function lineMatcher({
  search,
  isRegex,
}: {
  search: string;
  isRegex: boolean;
}): (text: string) => boolean {
  if (search === '') return () => true;
  if (isRegex) return regexMatcher(search);
  const wanted = search.toLowerCase();
  return (text) => text.toLowerCase().includes(wanted);
}

function regexMatcher(search: string): (text: string) => boolean {
  try {
    return searchMachine(compilePattern(parsePattern(search)));
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error;
    throw new ViglaError(
      'bad_parameter',
      `search is no regular expression that can be used: ${error.message}`,
      {
        parameter: 'search',
        cause: error,
      },
    );
  }
}
