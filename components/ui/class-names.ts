/** Joins class lists; what is false or absent is left out. */
export function classNames(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== '').join(' ');
}
