/** A refusal in its parts: which resources, and why each. */
export type Nack = {
  refused: readonly { name: string; reason: string }[];
  /** The whole of it as Envoy wrote it. */
  text: string;
};

const heading = /^Error adding\/updating \w+\(s\) /;

/**
 * Envoy's `error_detail`: `Error adding/updating listener(s) <name>: <reason>`, one resource a line or after a comma for
 * clusters; any other text is one reason without a name.
 */
export function parseNack(text: string): Nack {
  const match = heading.exec(text);
  if (match === null) return { refused: [{ name: '', reason: text.trim() }], text };
  const body = text.slice(match[0].length);
  const lines = body
    .split(/\n|, (?=(?:in|out)bound[^ ]*: )/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    refused: lines.map((line) => {
      const colon = line.indexOf(': ');
      return colon < 0
        ? { name: '', reason: line }
        : { name: line.slice(0, colon), reason: line.slice(colon + 2) };
    }),
    text,
  };
}
