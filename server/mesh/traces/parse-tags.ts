import { ViglaError } from '#server/errors.ts';

const pair = /\s*([^\s="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))(?=\s|$)/y;

/**
 * `http.status_code=503 guid:x-request-id="a b"` as an object. A value in double quotes may hold spaces, and quotes and
 * backslashes after a backslash. Throws `bad_parameter` naming `tags` for anything else, and for a key given twice.
 */
export function parseTags(text: string): Record<string, string> {
  const tags = new Map<string, string>();
  const trimmed = text.trim();
  pair.lastIndex = 0;
  while (pair.lastIndex < trimmed.length) {
    const rest = trimmed.slice(pair.lastIndex);
    const found = pair.exec(trimmed);
    if (found === null) throw badTags(`"${rest.slice(0, 40)}" is not a tag such as http.status_code=503`);
    const [, key = '', quoted, bare = ''] = found;
    if (tags.has(key)) throw badTags(`${key} is given more than once`);
    tags.set(key, quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'));
  }
  return Object.fromEntries(tags);
}

function badTags(message: string): ViglaError {
  return new ViglaError('bad_parameter', `tags: ${message}`, { parameter: 'tags' });
}
