/** A pattern taken apart. `test` answers for one UTF-16 unit. */
export type Pattern =
  | { kind: 'empty' }
  | { kind: 'char'; test: (code: number) => boolean }
  | { kind: 'sequence'; parts: Pattern[] }
  | { kind: 'choice'; parts: Pattern[] }
  /** `most` is undefined where there is no end. */
  | { kind: 'repeat'; part: Pattern; least: number; most: number | undefined }
  | { kind: 'place'; place: Place };

export type Place = 'start' | 'end' | 'boundary' | 'noBoundary';

/** What is wrong with a pattern, in words for the person who typed it. */
export class PatternProblem extends Error {}

export function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isSpace(code: number): boolean {
  return /\s/.test(String.fromCharCode(code));
}

/** Case is ignored: a test holds for a letter when it holds for either of its cases. */
export function caseless(test: (code: number) => boolean): (code: number) => boolean {
  return (code) => {
    if (test(code)) return true;
    const text = String.fromCharCode(code);
    return test(text.toLowerCase().charCodeAt(0)) || test(text.toUpperCase().charCodeAt(0));
  };
}
