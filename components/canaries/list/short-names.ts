/**
 * Names without what they all begin with, up to its last hyphen: `catalog-v1` and `catalog-v2` become `v1` and `v2`.
 * A name that would be left with nothing keeps all of them whole.
 */
export function shortNames(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length += 1;
  const start = others.length === 0 ? 0 : first.slice(0, length).lastIndexOf('-') + 1;
  const short = names.map((name) => name.slice(start));
  return short.includes('') ? [...names] : short;
}
