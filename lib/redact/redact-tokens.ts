import { redacted } from './redacted.ts';

/** Parts joined by dots; begun once in each run, so that a long one takes no longer than its length. */
const dotted = /(?<![\w-])[\w-]+(?:\.[\w-]+){2,}/g;
/** `{"` in base64, where a word begins. */
const headStart = /\beyJ[\w-]{8}/;
const leastPart = 8;

/** A text without JSON Web Tokens: a head that is JSON, a body and a signature. */
export function redactTokens(text: string): string {
  return text.replace(dotted, (run) => {
    const parts = run.split('.');
    const kept: string[] = [];
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index] ?? '';
      const start = part.search(headStart);
      const isToken = start >= 0 && isLong(parts[index + 1]) && isLong(parts[index + 2]);
      kept.push(isToken ? part.slice(0, start) + redacted : part);
      if (isToken) index += 2;
    }
    return kept.join('.');
  });
}

function isLong(part: string | undefined): boolean {
  return part !== undefined && part.length >= leastPart;
}
