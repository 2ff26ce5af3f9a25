import { isObject, type Json } from '#server/mesh/proxy/json/json.ts';

const redacted = '[redacted]';

/** Fields that hold a secret, as text or as a data source with `inline_bytes`, `inline_string` … */
const secretFields =
  /^(private_?key|password|pkcs12|hmac_?secret|token_?secret|client_?secret|generic_?secret|session_ticket_keys|sessionTicketKeys|api_?key|access_?key_?id|secret_?access_?key|session_?token|bearer_?token)$/i;
const secretHeader =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key|.*-token|.*secret.*)$/i;
/** PEM, and PEM in base64 (`-----BEGIN` is `LS0tLS1CRUdJTi`). */
const pem = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const privateJwkField = /("(?:d|p|q|dp|dq|qi|k)"\s*:\s*")[^"]*"/g;

/**
 * Takes private keys, passwords, tokens and the values of headers that carry them out of a parsed answer. Public
 * certificates and key sets stay. Parts without a secret stay the same objects.
 */
export function redact(value: Json): Json {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return redactAll(value);
  return isObject(value) ? redactFields(value) : value;
}

function redactAll(list: readonly Json[]): readonly Json[] {
  const changed = list.map(redact);
  return changed.some((item, index) => item !== list[index]) ? changed : list;
}

function redactFields(object: { readonly [key: string]: Json }): Json {
  let changed: { [key: string]: Json } | undefined;
  for (const key in object) {
    const value = object[key];
    if (value === undefined) continue;
    const kept = keptOf(object, key, value);
    if (kept !== value) changed = { ...(changed ?? object), [key]: kept };
  }
  return changed ?? object;
}

function keptOf(object: { readonly [key: string]: Json }, key: string, value: Json): Json {
  if (secretFields.test(key)) return withoutTexts(value);
  const isHeaderValue = key === 'value' && typeof value === 'string' && typeof object.key === 'string';
  if (isHeaderValue && secretHeader.test(String(object.key))) return redacted;
  return redact(value);
}

/** Keeps the shape, so that a reader sees what kind of source it was. */
function withoutTexts(value: Json): Json {
  if (typeof value === 'string') return redacted;
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '@type' || key === 'filename' || key === 'environment_variable' ? inner : withoutTexts(inner),
    ]),
  );
}

function redactText(text: string): string {
  if (text.length < 24) return text;
  if (pem.test(text)) return redacted;
  if (text.startsWith('LS0tLS1CRUdJTi') && pem.test(atob(text.slice(0, 80)))) return redacted;
  return text.includes('"kty"') ? text.replace(privateJwkField, `$1${redacted}"`) : text;
}
