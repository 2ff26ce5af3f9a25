import { redactTokens } from './redact-tokens.ts';
import { redacted } from './redacted.ts';

const privatePem = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----/;
/** `PRIVATE KEY` in base64, by where it starts within a group of three bytes. */
const privatePemInBase64 = /UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW/;
/** The parts of a JWK that its holder keeps, also where the JSON is text within JSON; begun once in each run of backslashes. */
const privateJwkField = /((?<!\\)\\*"(?:d|p|q|dp|dq|qi|k)\\*"\s*:\s*\\*")[^"\\]*/g;
/** At least one digit: "Basic authentication" is none. */
const credential = /\b(Bearer|Basic)\s+(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,}/g;
const userInUrl = /:\/\/[^\s/:@"']*:[^\s/@"']+@/g;
const base64Only = /^[\w+/-]+=*$/;

/** A text without private keys, JSON Web Tokens, credentials of headers and passwords in addresses. */
export function redactText(text: string): string {
  if (text.length < 12) return text;
  if (privatePem.test(text) || privatePemInBase64.test(text) || isPrivateJwkInBase64(text)) return redacted;
  let kept = text;
  if (text.includes('kty')) kept = kept.replace(privateJwkField, `$1${redacted}`);
  if (text.includes('eyJ')) kept = redactTokens(kept);
  if (text.includes('B')) kept = kept.replace(credential, `$1 ${redacted}`);
  if (text.includes('@')) kept = kept.replace(userInUrl, `://${redacted}@`);
  return kept;
}

function isPrivateJwkInBase64(text: string): boolean {
  if (!text.startsWith('ey') || text.length < 40 || !base64Only.test(text)) return false;
  try {
    const inner = atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
    return inner.includes('"kty"') && inner.search(privateJwkField) >= 0;
  } catch {
    return false;
  }
}
