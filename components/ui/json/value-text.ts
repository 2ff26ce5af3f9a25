import type { Answer } from '#lib/contract/envelope.ts';
import type { Raw } from '#lib/contract/raw.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { words } from './words.ts';

/** A value as indented JSON. @throws Error that says why where it is too large to be copied */
export function valueText({ data: { value, isCut, byteCount } }: Answer<Raw>): string {
  if (isCut) throw new Error(words.tooLarge(formatBytes(byteCount)));
  return JSON.stringify(value, null, 2);
}
