const [openBrace, closeBrace] = ['{', '}'].map((brace) => brace.charCodeAt(0));
const lastBlank = ' '.charCodeAt(0);

/**
 * Whether bytes begin and end as a JSON object does. What was cut off or comes from something else is not worth keeping;
 * dumps are large, so whoever reads one finds out about the rest.
 */
export function looksWhole(bytes: Uint8Array): boolean {
  const isInk = (byte: number) => byte > lastBlank;
  return bytes.find(isInk) === openBrace && bytes.findLast(isInk) === closeBrace;
}
