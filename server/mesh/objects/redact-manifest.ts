import { isObject, type Json } from '#lib/json/json.ts';
import { redact } from '#lib/redact/redact.ts';
import { redacted } from '#lib/redact/redacted.ts';
import { isSecretEntry } from '#lib/redact/secret-names.ts';

/**
 * A manifest without secrets: all that a dump hides, and the values of header maps (`set`, `add`) whose names say that
 * they carry one.
 */
export function redactManifest(manifest: Json): Json {
  return withoutSecretHeaders(redact(manifest));
}

function withoutSecretHeaders(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutSecretHeaders);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]): [string, Json] => {
      const isHeaders = (key === 'set' || key === 'add') && isObject(inner);
      return [key, isHeaders ? headersOf(inner) : withoutSecretHeaders(inner)];
    }),
  );
}

function headersOf(headers: { readonly [name: string]: Json }): Json {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]): [string, Json] => [
      name,
      typeof value === 'string' && isSecretEntry(name) ? redacted : withoutSecretHeaders(value),
    ]),
  );
}
