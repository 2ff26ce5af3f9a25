import { redact } from '#lib/redact/redact.ts';
import { redacted } from '#lib/redact/redacted.ts';

/** A text without secrets: JSON by its fields, anything else by its words. */
export function redactWords(text: string): string {
  const kept = redact(text);
  return typeof kept === 'string' ? kept : redacted;
}
