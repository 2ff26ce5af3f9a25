const hex = /^[0-9a-fA-F]+$/;

/**
 * An id as small hex digits with their leading zeros, out of what stores write: hex, hex without leading zeros, or
 * base64. Undefined for anything else and for the id that is all zeros, which stands for none.
 */
export function readId(text: string, digits: 16 | 32): string | undefined {
  const found = hex.test(text) && text.length <= digits ? text.toLowerCase() : fromBase64(text);
  if (found === undefined || found.length > digits) return undefined;
  return /^0*$/.test(found) ? undefined : found.padStart(digits, '0');
}

function fromBase64(text: string): string | undefined {
  return /^[0-9a-zA-Z+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('hex') : undefined;
}
